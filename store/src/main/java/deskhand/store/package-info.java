/// Who the shop is, and the few types and services that every other module shares.
@NullMarked
package deskhand.store;

import org.jspecify.annotations.NullMarked;
