/// What a person wrote in a mail, apart from their signature and from what they quote.
@NullMarked
package deskhand.conversations.email.text;

import org.jspecify.annotations.NullMarked;
