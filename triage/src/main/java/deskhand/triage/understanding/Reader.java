package deskhand.triage.understanding;

import deskhand.triage.Case;
import deskhand.triage.Understanding;
import deskhand.triage.UnderstandingReader;
import org.springframework.stereotype.Component;

/// Reads messages with the store's classifier and with rules.
@Component
class Reader implements UnderstandingReader {
  private final Classifiers classifiers;
  private final NamedThings named;
  private final Languages languages = Languages.known();

  Reader(Classifiers classifiers, NamedThings named) {
    this.classifiers = classifiers;
    this.named = named;
  }

  @Override
  public Understanding read(Case given) {
    Words words = Words.of(given);
    Meaning meaning = Meaning.of(words, classifiers.of(given.store().id()));
    return new Understanding(
        meaning.intent(),
        meaning.further(),
        languages.of(words.subject() + "\n" + words.text()),
        named.in(given, words),
        meaning.asks());
  }
}
