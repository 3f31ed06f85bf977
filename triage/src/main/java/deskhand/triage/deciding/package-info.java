/// Takes a conversation from its undecided messages to a decision, and carries the decision out.
@NullMarked
package deskhand.triage.deciding;

import org.jspecify.annotations.NullMarked;
