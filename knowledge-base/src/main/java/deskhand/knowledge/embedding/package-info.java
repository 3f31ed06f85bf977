/// The sentence model: runs in the process, from the jar or from files of the operator. Nothing is
/// ever downloaded.
@NullMarked
package deskhand.knowledge.embedding;

import org.jspecify.annotations.NullMarked;
