/// The pages about what the assistant knows.
@NullMarked
package deskhand.server.knowledge;

import org.jspecify.annotations.NullMarked;
