/// Decides what happens to a received message, with reasons and evidence.
@NullMarked
package deskhand.triage;

import org.jspecify.annotations.NullMarked;
