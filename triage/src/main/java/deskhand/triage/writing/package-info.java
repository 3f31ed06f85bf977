/// Writes replies: the program's own sentences in six languages, how things are named, and whole
/// texts.
@NullMarked
package deskhand.triage.writing;

import org.jspecify.annotations.NullMarked;
