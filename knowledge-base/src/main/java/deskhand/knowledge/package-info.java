/// Finds the passages that answer a question.
@NullMarked
package deskhand.knowledge;

import org.jspecify.annotations.NullMarked;
