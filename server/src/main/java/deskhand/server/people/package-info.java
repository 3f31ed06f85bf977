/// Signing in, and who may.
@NullMarked
package deskhand.server.people;

import org.jspecify.annotations.NullMarked;
