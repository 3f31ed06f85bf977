package deskhand.triage.understanding;

import deskhand.triage.Case;
import java.util.List;
import java.util.regex.Pattern;

/// The words of a case that are worth reading, each part within its limit.
///
/// @param subject of the first message that has one of its own: not "Re: …", which is ours
/// @param text of the undecided messages
/// @param before the customer's turn before, where this one means nothing without it
record Words(String subject, String text, String before) {
  private static final int LONGEST_TEXT = 8_000;
  private static final int LONGEST_SUBJECT = 300;
  private static final int LONGEST_BEFORE = 600;
  private static final int FEW = 7;

  private static final Pattern REPLY =
      Pattern.compile(
          "\\s*(?:re|aw|antw|antwort|sv|vs|r|rif|tr|fw|fwd|wg|doorst|i|rv|ref?|odp)\\s*(?:\\[\\d+])?\\s*:.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern GOES_ON =
      Pattern.compile(
          "\\s*(?:and|und|en|et|y|e|what\\s+about|how\\s+about|or|oder|of|ou|o|but|aber|maar|mais|pero|ma|then|also"
              + "|ok(?:ay)?\\s+(?:and|so|but)|yes|ja|oui|s[ií]|same|which\\s+one|the\\s+other|it['’]?s|its|here)(?![\\p{L}\\p{N}]).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  static Words of(Case given) {
    String subject = "";
    StringBuilder text = new StringBuilder();
    for (Case.Said said : given.messages()) {
      String own = cut(said.subject().strip(), LONGEST_SUBJECT);
      if (subject.isEmpty() && !REPLY.matcher(own).matches()) {
        subject = own;
      }
      if (text.length() < LONGEST_TEXT) {
        text.append(text.isEmpty() ? "" : "\n")
            .append(cut(said.text(), LONGEST_TEXT - text.length()).strip());
      }
    }
    if (Sentences.hasWords(subject) && text.toString().startsWith(subject)) {
      subject = "";
    }
    String plain = text.toString().strip();
    if (!Sentences.hasWords(plain) && subject.isEmpty()) {
      subject = lastSubject(given.messages());
    }
    return new Words(subject, plain, meansNothingAlone(plain, subject) ? lastTurn(given) : "");
  }

  /// Everything at once, for the main intent.
  String whole() {
    return asOne(text);
  }

  /// Words with what makes them whole: the subject, and the turn before.
  String asOne(String words) {
    StringBuilder whole = new StringBuilder(before);
    for (String part : List.of(subject, words)) {
      if (Sentences.hasWords(part)) {
        whole.append(whole.isEmpty() ? "" : "\n").append(part);
      }
    }
    return whole.toString();
  }

  private static boolean meansNothingAlone(String text, String subject) {
    int count = WordFeatures.words(text).size();
    boolean few = count <= FEW && (subject.isEmpty() || count <= 2);
    boolean dataAlone =
        text.codePoints().anyMatch(Character::isDigit)
            && text.codePoints().filter(Character::isLetter).count() <= 8;
    boolean goesOn = GOES_ON.matcher(text).matches();
    return (few && (dataAlone || count <= 3 || goesOn)) || (goesOn && count <= 2 * FEW);
  }

  private static String lastTurn(Case given) {
    for (Case.Turn turn : given.history().reversed()) {
      if (turn.by() == Case.Turn.By.CUSTOMER && Sentences.hasWords(turn.text())) {
        return cut(turn.text().strip(), LONGEST_BEFORE);
      }
    }
    return "";
  }

  private static String lastSubject(List<Case.Said> messages) {
    return messages.stream()
        .map(said -> cut(said.subject().strip(), LONGEST_SUBJECT))
        .filter(Sentences::hasWords)
        .reduce("", (first, second) -> second);
  }

  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }
}
