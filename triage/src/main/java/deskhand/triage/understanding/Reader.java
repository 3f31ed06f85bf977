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
  private final Occasions occasions;
  private final Languages languages = Languages.known();

  Reader(Classifiers classifiers, NamedThings named, Occasions occasions) {
    this.classifiers = classifiers;
    this.named = named;
    this.occasions = occasions;
  }

  @Override
  public Understanding read(Case given) {
    CaseText words = CaseText.of(given);
    Understanding.Entities entities = named.in(given, words);
    Meaning meaning =
        Meaning.of(words, classifiers.of(given.store().id()), occasions.of(given, words, entities));
    return new Understanding(
        meaning.intent(),
        meaning.further(),
        languages.of(words.subject() + "\n" + words.text()),
        entities,
        meaning.asks());
  }
}
