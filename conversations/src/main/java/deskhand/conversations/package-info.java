/// Every message the store receives or sends, in threads, through channels, by one door.
@NullMarked
package deskhand.conversations;

import org.jspecify.annotations.NullMarked;
