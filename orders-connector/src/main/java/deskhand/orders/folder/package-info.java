/// A shop that is a folder of files.
@NullMarked
package deskhand.orders.folder;

import org.jspecify.annotations.NullMarked;
