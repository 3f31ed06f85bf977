/// Finds the orders that a question is about, what its writer may hear of them, and says how they
/// stand.
@NullMarked
package deskhand.triage.orders;

import org.jspecify.annotations.NullMarked;
