/// Answers one question at a time from orders and articles, or says why a person has to.
@NullMarked
package deskhand.triage.answers;

import org.jspecify.annotations.NullMarked;
