/// The mailboxes of the stores, which replica reads each, and their mail, kept byte for byte.
@NullMarked
package deskhand.conversations.mailboxes;

import org.jspecify.annotations.NullMarked;
