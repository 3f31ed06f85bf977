/// The index of passages: one of Lucene a store, in the data folder. It holds nothing that the
/// database does not hold; deleted, it is built anew.
@NullMarked
package deskhand.knowledge.lucene;

import org.jspecify.annotations.NullMarked;
