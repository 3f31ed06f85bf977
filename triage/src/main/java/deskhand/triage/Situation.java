package deskhand.triage;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A case with what was understood of it and what its writer has proven: all that a guard looks at.
///
/// @param text subject and words of the undecided messages, without quotes, in lower case, cut
public record Situation(
    Case given,
    Understanding understanding,
    Identity identity,
    TriageSettings settings,
    String text) {
  private static final int LONGEST = 8_000;

  public static Situation of(
      Case given, Understanding understanding, Identity identity, TriageSettings settings) {
    return new Situation(
        given, understanding, identity, settings, said(given).toLowerCase(Locale.ROOT));
  }

  /// The same, asked in these pieces.
  public Situation asking(List<Understanding.Ask> asks) {
    Understanding asked =
        new Understanding(
            understanding.intent(),
            understanding.further(),
            understanding.language(),
            understanding.entities(),
            asks);
    return new Situation(given, asked, identity, settings, text);
  }

  /// What the customer wrote, subject first.
  public static String said(Case given) {
    String said =
        given.messages().stream()
            .map(message -> message.subject().strip() + "\n" + message.text().strip())
            .collect(Collectors.joining("\n"))
            .replace('’', '\'')
            .strip();
    return said.length() <= LONGEST ? said : said.substring(0, LONGEST);
  }

  /// The words of the messages alone.
  public String body() {
    String body =
        given.messages().stream().map(Case.Said::text).collect(Collectors.joining("\n")).strip();
    return body.length() <= LONGEST ? body : body.substring(0, LONGEST);
  }

  public String intent() {
    return understanding.intent().intent();
  }

  /// How many of the customer's earlier messages this program answered.
  public long answeredBefore() {
    return given.history().stream().filter(turn -> turn.by() == Case.Turn.By.ASSISTANT).count();
  }
}
