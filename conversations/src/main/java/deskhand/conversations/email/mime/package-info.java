/// What a mail is made of: bytes to parts, header fields, addresses, dates and text, however broken
/// they are.
@NullMarked
package deskhand.conversations.email.mime;

import org.jspecify.annotations.NullMarked;
