/// Finds the sentences of the store's articles that answer a question, and how sure that is.
@NullMarked
package deskhand.triage.articles;

import org.jspecify.annotations.NullMarked;
