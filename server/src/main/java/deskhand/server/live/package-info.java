/// Tells browsers that something changed.
@NullMarked
package deskhand.server.live;

import org.jspecify.annotations.NullMarked;
