package deskhand.triage.understanding;

import deskhand.triage.Case;
import deskhand.triage.understanding.Asks.Piece;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words of a case that are worth reading, each part within its limit.
///
/// @param subject of the first message that has one of its own: not "Re: …", which is ours
/// @param text of the undecided messages, without lines that quote
/// @param pieces of the text that ask something
/// @param before the customer's turn before, where this one means nothing without it
record CaseText(String subject, String text, List<Piece> pieces, String before) {
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

  private static final Pattern AUTOMATIC =
      Pattern.compile(
          "\\s*(?:automatic(?:al)?\\s+(?:reply|response)|auto[- ]?(?:reply|response)|out\\s+of\\s+(?:the\\s+)?office\\b"
              + "|abwesend\\s*:|abwesenheits?(?:notiz|meldung|nachricht)|automatische\\s+antwort|afwezig\\s*:|afwezigheid"
              + "|automatisch\\s+antwoord|absence\\s*:|absen(?:t|ce)\\s+du\\s+bureau|r[ée]ponse\\s+automatique"
              + "|fuera\\s+de\\s+(?:la\\s+)?oficina|respuesta\\s+autom[áa]tica|fuori\\s+(?:sede|ufficio)|risposta\\s+automatica"
              + "|aus[eê]ncia\\s+d[oe]|resposta\\s+autom[áa]tica|autosvar|fr[åa]nvaro|frav[æe]r|automatisk\\s+svar|nieobecno|automatyczna\\s+odpowied|poissaolo|automaattinen\\s+vastaus|undeliverable\\s*:|undelivered\\s+mail|delivery\\s+status\\s+notification|mail\\s+delivery\\s+(?:failed|subsystem)"
              + "|returned\\s+mail|unzustellbar\\s*:)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern DATA =
      Pattern.compile(
          "\\S+@\\S+|(?i:\\b(?:order|bestellung|bestelling|commande|pedido|ordine|no|nr|number|nummer|postcode|zip|plz|e-?mail|cp|and|und|en|et|y|e)\\b)|[\\p{L}]{0,3}[-# ]?\\d[\\d\\p{Lu}-]*(?:\\s?[\\p{L}]{2}\\b)?|[\\p{L}]{1,2}\\d\\p{L}{1,2}");

  static CaseText of(Case given) {
    String subject = "";
    StringBuilder text = new StringBuilder();
    for (Case.Said said : given.messages()) {
      String own = cut(said.subject().strip(), LONGEST_SUBJECT);
      if (subject.isEmpty() && !REPLY.matcher(own).matches()) {
        subject = own;
      }
      if (text.length() < LONGEST_TEXT) {
        text.append(text.isEmpty() ? "" : "\n")
            .append(unquoted(cut(said.text(), LONGEST_TEXT - text.length())).strip());
      }
    }
    if (Sentences.hasWords(subject) && text.toString().startsWith(subject)) {
      subject = "";
    }
    String plain = text.toString().strip();
    if (!Sentences.hasWords(plain) && subject.isEmpty()) {
      subject = lastSubject(given.messages());
    }
    List<Piece> pieces = Asks.in(plain);
    String spoken = spoken(pieces);
    return new CaseText(
        subject, plain, pieces, meansNothingAlone(spoken, subject) ? lastTurn(given) : "");
  }

  private static String spoken(List<Piece> pieces) {
    return pieces.stream().map(Piece::text).collect(Collectors.joining(" "));
  }

  private static String unquoted(String text) {
    return text.lines().filter(line -> !line.startsWith(">")).collect(Collectors.joining("\n"));
  }

  /// Everything but small talk at once, for the main intent.
  String whole() {
    StringBuilder whole = new StringBuilder(before);
    for (String part : List.of(subject, spoken(pieces))) {
      if (Sentences.hasWords(part)) {
        whole.append(whole.isEmpty() ? "" : "\n").append(part);
      }
    }
    return whole.toString();
  }

  /// The text as one question; the subject where there is nothing else.
  String ask() {
    return Sentences.hasWords(text) ? text : subject;
  }

  /// An answer of another person's mail program, or of our own kind.
  boolean isAutomatic() {
    return AUTOMATIC.matcher(subject).lookingAt() || AUTOMATIC.matcher(text).lookingAt();
  }

  /// Numbers, addresses and names of these alone: what was asked for, not a question.
  boolean isDataAlone() {
    String all = subject + " " + text;
    return before.isEmpty()
        && all.codePoints().anyMatch(Character::isDigit)
        && WordFeatures.words(DATA.matcher(all).replaceAll(" ").replace('?', ' ')).isEmpty();
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
