/// The store to try: its own mailbox, its own clock, and pages to play the customer. Present only
/// under the profile `demo`; nothing of it reaches another machine.
@NullMarked
package deskhand.server.demo;

import org.jspecify.annotations.NullMarked;
