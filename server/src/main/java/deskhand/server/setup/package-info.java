/// The pages on which a store is made and its mailbox connected.
@NullMarked
package deskhand.server.setup;

import org.jspecify.annotations.NullMarked;
