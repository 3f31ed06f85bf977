/// Tests that guard the shape of the whole house.
@NullMarked
package deskhand;

import org.jspecify.annotations.NullMarked;
