/// What customers use: the chat with its HTTP interface, and the contact form.
@NullMarked
package deskhand.server.chat;

import org.jspecify.annotations.NullMarked;
