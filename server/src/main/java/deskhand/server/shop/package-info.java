/// A shop in a folder, or in this program's own jar.
@NullMarked
package deskhand.server.shop;

import org.jspecify.annotations.NullMarked;
