/// Checks a finished reply: every sentence is borne by the evidence that it names.
@NullMarked
package deskhand.triage.proof;

import org.jspecify.annotations.NullMarked;
