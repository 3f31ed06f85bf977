package deskhand.triage.deciding;

import deskhand.conversations.Kind;
import deskhand.triage.Case;
import deskhand.triage.Situation;
import deskhand.triage.Understanding;
import deskhand.triage.UnderstandingReader;
import deskhand.triage.articles.DeliveryQuestion;
import deskhand.triage.articles.Gifts;
import deskhand.triage.articles.Vouchers;
import deskhand.triage.guards.Guards;
import deskhand.triage.language.AskKind;
import deskhand.triage.language.SignOff;
import deskhand.triage.language.Speech;
import deskhand.triage.language.Terms;
import deskhand.triage.writing.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What a message asks, piece by piece, and in which language it is answered.
@Component
class Questions {
  private static final String AND = "(?:and|&|\\+|und|en|et|y|e)";

  /// With what a question begins.
  private static final String ASKS =
      "(?:also |ook |auch |aussi )?(?:how|what|when|where|which|do|does|is|are|can|could|will|would"
          + "|should|must|may|who|if|wie|was|wann|wo|kann|gibt|wer|hoe|wat|wanneer|kan|combien|quand"
          + "|quel|est-ce|puis-je|qui)\\b";

  /// "What is shipping and from when is it free?" asks one thing.
  private static final String FREE_FROM =
      "(?:from |ab |à partir |da |desde )?(?:when|what amount|what sum|wann|wanneer|welchem|quand"
          + "|quel montant|cu[aá]ndo|quando)[^?]{0,20}"
          + "(?:free(?! (?:gift|sample|trial))|kostenlos|gratis|gratuit|umsonst)";

  /// The same as a piece of its own.
  private static final Pattern FREE_TOO =
      Pattern.compile(
          "^\\W*(?:"
              + AND
              + "\\s+)?(?:"
              + FREE_FROM
              + "|(?:it'?s|that'?s|i'?m) (?:over|above|more than)[^?]{0,25}\\bfree\\b)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  /// Where one question ends and another begins.
  private static final Pattern JOINT =
      Pattern.compile(
          "(?<=\\?)\\s+|,?\\s+" + AND + "\\s+(?!" + FREE_FROM + ")(?=" + ASKS + ")",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?\\n])\\s+");
  private static final int LEAST_WORDS = 2;

  /// Words of meaning with which a piece is understood by itself.
  private static final int FULL = 2;

  private static final double SURE_PIECE = 0.6;

  /// A piece understood with less is not understood at all.
  private static final double UNKNOWN = 0.45;

  /// So few words beside numbers and addresses are of no language: "zip 10115, thx".
  private static final int FEW_WORDS = 2;

  private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}");
  private static final int MOST_ASKS = 4;

  private final UnderstandingReader reader;

  Questions(UnderstandingReader reader) {
    this.reader = reader;
  }

  Understanding read(Case given) {
    return reader.read(given);
  }

  /// The questions; where none was cut out, the whole text is one.
  List<Understanding.Ask> of(Situation situation, Words words) {
    List<Understanding.Ask> asks =
        situation.understanding().asks().stream()
            .filter(ask -> !ask.text().isBlank() && !Speech.greets(ask.text()))
            .map(ask -> new Understanding.Ask(SignOff.removedFrom(ask.text()), ask.intent()))
            .flatMap(ask -> parted(situation, words, ask).stream())
            .limit(MOST_ASKS)
            .toList();
    if (!asks.isEmpty() && !isOneMatter(situation, asks)) {
      return joined(asks, words);
    }
    return List.of(
        new Understanding.Ask(
            Situation.said(situation.given()), situation.understanding().intent()));
  }

  /// What is asked of a present that goes back, or of gift cards, is answered together.
  private static boolean isOneMatter(Situation situation, List<Understanding.Ask> asks) {
    String said = Situation.said(situation.given());
    if (!situation.understanding().entities().orderNumbers().isEmpty()) {
      return false;
    }
    return (Gifts.goBackIn(said) && asks.stream().allMatch(ask -> Gifts.isPart(ask.text())))
        || (Vouchers.areMeantIn(said)
            && asks.stream().allMatch(ask -> Vouchers.isPart(ask.text()))
            && asks.stream().anyMatch(ask -> Vouchers.areAskedIn(ask.text())));
  }

  /// From when delivery is free, or how long it takes, is asked together with what it costs.
  private static List<Understanding.Ask> joined(List<Understanding.Ask> asks, Words words) {
    List<Understanding.Ask> joined = new ArrayList<>();
    for (Understanding.Ask ask : asks) {
      boolean delivery =
          !joined.isEmpty() && joined.getLast().intent().intent().equals("shipping/policy");
      if (delivery
          && (FREE_TOO.matcher(ask.text()).find()
              || (DeliveryQuestion.isAskedIn(joined.getLast().text())
                  && DeliveryQuestion.isNumberAlone(ask.text(), words.locale())))) {
        Understanding.Ask before = joined.removeLast();
        joined.add(new Understanding.Ask(before.text() + " " + ask.text(), before.intent()));
      } else {
        joined.add(ask);
      }
    }
    return joined;
  }

  /// A piece with several question marks is several questions, each with an intent of its own.
  private List<Understanding.Ask> parted(Situation situation, Words words, Understanding.Ask ask) {
    List<String> pieces = new ArrayList<>();
    for (String piece : JOINT.split(ask.text(), -1)) {
      boolean full =
          piece.split("\\s+", -1).length >= LEAST_WORDS
              && (Speech.asksRule(piece) || Speech.isQuestion(piece))
              && !Terms.content(piece, words.locale()).isEmpty();
      if (full || pieces.isEmpty()) {
        pieces.add(piece);
      } else {
        pieces.add(pieces.removeLast() + " " + piece);
      }
    }
    if (pieces.size() < 2) {
      return List.of(ask);
    }
    return pieces.stream()
        .map(piece -> {
          Understanding.Guess own = reader.read(within(situation.given(), piece)).intent();
          boolean full = Terms.content(piece, words.locale()).size() >= FULL;
          boolean same = own.intent().equals(ask.intent().intent());
          if (same) {
            double both = (own.confidence() + ask.intent().confidence()) / 2;
            return new Understanding.Ask(
                piece, new Understanding.Guess(own.intent(), Math.max(own.confidence(), both)));
          }
          if (full || own.confidence() >= SURE_PIECE) {
            return new Understanding.Ask(piece, own);
          }
          double less = Math.min(own.confidence(), ask.intent().confidence());
          return new Understanding.Ask(piece, new Understanding.Guess(ask.intent().intent(), less));
        })
        .toList();
  }

  /// The same case with nothing left but its questions that give no orders; empty where there is
  /// none.
  static Optional<Case> withoutOrders(Case given) {
    String left =
        SENTENCE
            .splitAsStream(
                given.messages().stream().map(Case.Said::text).collect(Collectors.joining("\n")))
            .map(String::strip)
            .filter(sentence -> Speech.isQuestion(sentence) || Speech.asksRule(sentence))
            .filter(sentence -> !Guards.givesOrders(sentence))
            .collect(Collectors.joining("\n"));
    return left.isEmpty() ? Optional.empty() : Optional.of(alone(given, left));
  }

  /// A piece that is not put as a question and was not understood: what stands around a question.
  static boolean isAside(Understanding.Ask ask) {
    boolean unknown =
        ask.intent().intent().equals("other/unclear") || ask.intent().confidence() < UNKNOWN;
    return unknown
        && !Speech.isQuestion(ask.text())
        && !Speech.demandsAct(ask.text())
        && !Speech.wishes(ask.text())
        && !asksFigure(ask.text());
  }

  private static boolean asksFigure(String text) {
    Set<AskKind> kinds = AskKind.of(text);
    return Speech.asksRule(text) && (kinds.contains(AskKind.TIME) || kinds.contains(AskKind.MONEY));
  }

  /// The words of the language to answer in.
  Words words(Situation situation) {
    Case given = situation.given();
    Locale store = given.store().language();
    Locale said =
        situation
            .understanding()
            .language()
            .filter(Words::speaks)
            .orElseGet(() -> silent(situation, store));
    Locale spoken = Words.speaks(said) ? said : Locale.ENGLISH;
    boolean atHome =
        spoken.getLanguage().equals(store.getLanguage()) && spoken.getCountry().isEmpty();
    Locale dated =
        atHome ? Locale.of(spoken.getLanguage(), given.store().profile().country()) : spoken;
    return Words.in(dated, given.store().zone(), given.now());
  }

  /// The language where the text has hardly any words, only a number or an address.
  private Locale silent(Situation situation, Locale store) {
    String bare = situation.body().replaceAll("\\S*[@\\d]\\S*", " ");
    if (WORDS.matcher(bare).results().limit(FEW_WORDS + 1).count() > FEW_WORDS) {
      return store;
    }
    return before(situation.given())
        .flatMap(turn -> reader.read(turn).language())
        .filter(Words::speaks)
        .orElse(store);
  }

  /// The customer's turn before, as a case of its own.
  private static Optional<Case> before(Case given) {
    return given.history().reversed().stream()
        .filter(turn -> turn.by() == Case.Turn.By.CUSTOMER)
        .findFirst()
        .map(turn -> alone(given, turn.text()));
  }

  /// A piece of the undecided messages; the order that the rest of them names is still known.
  private static Case within(Case given, String piece) {
    return with(given, new Case.Said("", piece, Situation.said(given), Kind.MESSAGE, List.of()));
  }

  private static Case alone(Case given, String text) {
    return with(given, new Case.Said("", text, "", Kind.MESSAGE, List.of()));
  }

  private static Case with(Case given, Case.Said said) {
    return new Case(
        given.store(), given.writer(), List.of(said), List.of(), given.standing(), given.now());
  }
}
