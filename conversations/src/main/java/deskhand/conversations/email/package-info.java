/// Mail as a channel: reads what comes in (MIME, quotes, bounces, automatic mail), polls mailboxes
/// by IMAP, and hands answers over by SMTP.
@NullMarked
package deskhand.conversations.email;

import org.jspecify.annotations.NullMarked;
