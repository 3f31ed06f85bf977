/// Chat and contact form: visitors, what they may do how often, and the way out to them.
@NullMarked
package deskhand.conversations.chat;

import org.jspecify.annotations.NullMarked;
