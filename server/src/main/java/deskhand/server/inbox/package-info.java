/// The inbox: views, list, conversation and facts, and what people do there.
@NullMarked
package deskhand.server.inbox;

import org.jspecify.annotations.NullMarked;
