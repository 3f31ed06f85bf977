/// Understands how customers say things in six languages: kinds of questions, countries, days, and
/// the words that carry meaning.
@NullMarked
package deskhand.triage.language;

import org.jspecify.annotations.NullMarked;
