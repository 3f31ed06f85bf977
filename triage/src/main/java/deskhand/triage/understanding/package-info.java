/// Reads messages: which intents they have, what they ask, in which language, and what they name.
@NullMarked
package deskhand.triage.understanding;

import org.jspecify.annotations.NullMarked;
