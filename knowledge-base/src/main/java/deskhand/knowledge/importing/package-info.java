/// Reads uploaded files into drafts of articles: Markdown, HTML, plain text, CSV of questions and
/// answers. All become Markdown, and the Markdown is cut into passages.
@NullMarked
package deskhand.knowledge.importing;

import org.jspecify.annotations.NullMarked;
