/// This module's own rules at the door, with the budgets that keep two programs from writing to
/// each other without end.
@NullMarked
package deskhand.conversations.rules;

import org.jspecify.annotations.NullMarked;
