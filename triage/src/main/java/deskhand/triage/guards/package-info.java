/// Holds the named rules that keep the assistant from answering.
@NullMarked
package deskhand.triage.guards;

import org.jspecify.annotations.NullMarked;
