/// Decides about one message in a terminal.
@NullMarked
package deskhand.server.ask;

import org.jspecify.annotations.NullMarked;
