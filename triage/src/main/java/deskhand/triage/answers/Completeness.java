package deskhand.triage.answers;

import deskhand.triage.Case;
import deskhand.triage.Reply;
import deskhand.triage.Situation;
import deskhand.triage.Understanding;
import deskhand.triage.articles.DeliveryQuestion;
import deskhand.triage.articles.Quotes;
import deskhand.triage.language.AskKind;
import deskhand.triage.language.Countries;
import deskhand.triage.language.Patterns;
import deskhand.triage.language.Price;
import deskhand.triage.language.Speech;
import deskhand.triage.language.Terms;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is true may still leave open what was asked: such an answer becomes a person's draft.
public final class Completeness {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final Pattern CUSTOMS =
      Pattern.compile(
          "\\b(customs?|dut(y|ies)|import\\w*|vat|tax(es)?|zoll\\w*|mwst|mehrwertsteuer|douan\\w*|btw|tva|aduan\\w*|iva|dogan\\w*)\\b",
          FLAGS);
  private static final Pattern HASTE =
      Pattern.compile(
          "\\b(express|rush(ed)?|overnight|priority|(next|same|one|two|1|2)[ -]day|eil\\w*|spoed\\w*|urgent\\w*|urgen\\w*)\\b",
          FLAGS);

  private static final Pattern FAST_SERVICE =
      Pattern.compile(
          "\\b(express|rush (order|service|delivery)|overnight|priority|(next|same|one|two)[ -]day (delivery|service|shipping|courier)|eilversand|spoed\\w*|exprés|urgente)\\b",
          FLAGS);

  /// A day or a haste of another sort, which a faster service may meet.
  private static final Pattern HASTE_ASKED =
      Pattern.compile(
          "\\b(fast\\w*|quick\\w*|hurry|soon\\w*|today|tomorrow|tonight|saturday|sunday|evening|morning|by (mon|tues|wednes|thurs|fri)day|before \\w+day|schnell\\w*|morgen|samstag\\w*|snel\\w*|zaterdag|vite|rapid\\w*|demain|rápid\\w*|mañana|veloc\\w*|domani)\\b",
          FLAGS);

  private static final List<Pattern> MATTERS =
      List.of(
          Pattern.compile("\\b(insur|versicher|verzeker|assur|asegur|assicur)\\w*", FLAGS),
          HASTE,
          CUSTOMS);

  private static final Patterns STATE = Patterns.load("returns/state");
  private static final Patterns STATE_TOLD = Patterns.load("returns/state-told");

  private static final Pattern CLAUSE =
      Pattern.compile("[?;\n]|\\b(and|und|en|et|y|e|also)\\b", FLAGS);
  private static final int MOST_CLAUSES = 50;

  private Completeness() {}

  static AskAnswer check(AskContext context, AskAnswer answer) {
    return answer instanceof AskAnswer.Said said
        ? open(context, said)
            .<AskAnswer>map(why -> new AskAnswer.ForPerson(said.parts(), said.orders(), why))
            .orElse(said)
        : answer;
  }

  private static Optional<String> open(AskContext context, AskAnswer.Said said) {
    if (leavesOrder(context, said)) {
      return Optional.of("Articles alone do not answer for an order at hand");
    }
    if (leavesState(context, said)) {
      return Optional.of("What was found says nothing of goods in the state that is told");
    }
    return leavesPrice(context, said)
        ? Optional.of("It asks for a price, which is not among what was found")
        : Optional.empty();
  }

  /// Who points at an order, or has only one and asks no rule, is hardly answered by articles
  /// alone: it is most often that order that is asked about. One question among several may be of
  /// rules.
  private static boolean leavesOrder(AskContext context, AskAnswer.Said said) {
    if (context.situation().understanding().asks().size() > 1 || !context.choice().isFound()) {
      return false;
    }
    String text = context.ask().text();
    boolean place = !Countries.in(text).isEmpty() && !Speech.asksStatus(text);
    boolean general = Speech.asksRule(text) || place;
    boolean rule = general && !Speech.aboutParcel(text) && !context.choice().isPointedAt();
    return !rule
        && said.parts().stream()
            .flatMap(part -> part.evidence().stream())
            .flatMap(evidence -> evidence.sources().stream())
            .noneMatch(source -> source.kind().equals("order"));
  }

  /// Whether something can be returned that was opened, worn or has no box any more is not answered
  /// by a period or a price alone.
  private static boolean leavesState(AskContext context, AskAnswer.Said said) {
    String ask = context.ask().text();
    Set<AskKind> kinds = AskKind.of(ask);
    boolean whether =
        !kinds.contains(AskKind.TIME)
            && (kinds.contains(AskKind.CHOICE) || !kinds.contains(AskKind.MONEY));
    if (!whether || !IntentAnswers.RETURNS.contains(context.ask().intent().intent())) {
      return false;
    }
    boolean alone = context.situation().understanding().asks().size() == 1;
    return STATE.foundIn(alone ? Situation.said(context.given()) : ask)
        && said.parts().stream().map(Reply.Part::text).noneMatch(STATE_TOLD::foundIn);
  }

  /// Who asks for insurance, haste or customs is told of these: the plain row of a table is near in
  /// all other words.
  static boolean leavesMatter(String ask, Quotes quotes) {
    String said = said(quotes);
    return MATTERS.stream()
        .anyMatch(matter -> matter.matcher(ask).find() && !matter.matcher(said).find());
  }

  /// "And the tetras?" asks of another thing what was asked before: a time, a price or a measure.
  static boolean leavesKind(AskContext context, Quotes quotes) {
    String text = context.ask().text();
    if (!AskKind.of(text).isEmpty() || !Speech.hangs(text, context.language())) {
      return false;
    }
    Set<AskKind> before =
        context.given().history().reversed().stream()
            .filter(turn -> turn.by() == Case.Turn.By.CUSTOMER)
            .findFirst()
            .map(turn -> AskKind.of(turn.text()))
            .orElse(Set.of());
    return before.stream().anyMatch(kind -> kind != AskKind.CHOICE)
        && before.stream().noneMatch(kind -> kind.answeredBy(said(quotes)));
  }

  /// Whether the rest of the message speaks of a return, the question of postage without a place,
  /// and what was found of neither.
  static boolean mayBeOfReturn(AskContext context, Quotes quotes) {
    return context.place().named().isEmpty()
        && DeliveryQuestion.isAskedIn(context.ask().text())
        && Speech.mentionsReturn(Situation.said(context.given()))
        && !Speech.mentionsReturn(said(quotes));
  }

  /// Whether it tells of a faster service to who did not ask for one.
  static boolean hastens(String ask, Quotes quotes) {
    Quotes.Quote first = quotes.quotes().getFirst();
    List<String> headings = first.passage().headings();
    String heading = headings.size() > 1 ? headings.getLast() : "";
    return !HASTE.matcher(ask).find()
        && !HASTE_ASKED.matcher(ask).find()
        && (FAST_SERVICE.matcher(first.sentence()).find() || FAST_SERVICE.matcher(heading).find());
  }

  /// Whether a further question is answered with nothing new that holds what it names: what was
  /// said was only near it. Of an order's state everything was said.
  public static boolean repeats(Understanding.Ask ask, Locale language, AskAnswer.Said said) {
    if (!said.orders().isEmpty() && !IntentAnswers.RETURNS.contains(ask.intent().intent())) {
      return false;
    }
    String all = said.parts().stream().map(Reply.Part::text).collect(Collectors.joining("\n"));
    Set<AskKind> kinds = AskKind.of(ask.text());
    if (kinds.stream().anyMatch(kind -> kind != AskKind.CHOICE)) {
      return kinds.stream().noneMatch(kind -> kind.answeredBy(all));
    }
    Set<String> named = Terms.subject(ask.text(), language);
    Set<String> held = Terms.of(all, language);
    return named.stream().noneMatch(term -> Terms.holds(held, term, language));
  }

  /// Whether the period of returns answers only one clause: another asks for something that is not
  /// told, "is there a label in the box and what is my deadline?"
  static boolean leavesClause(String ask, Locale language, List<Reply.Part> parts) {
    List<String> clauses = CLAUSE.splitAsStream(ask).limit(MOST_CLAUSES).toList();
    if (clauses.stream().noneMatch(Completeness::isOfPeriod)) {
      return false;
    }
    String told = parts.stream().map(Reply.Part::text).collect(Collectors.joining("\n"));
    Set<String> held = Terms.of(told, language);
    return clauses.stream()
        .filter(clause -> !isOfPeriod(clause) && !AskKind.of(clause).isEmpty())
        .map(clause -> Terms.subject(clause, language))
        .anyMatch(named ->
            !named.isEmpty()
                && named.stream().noneMatch(term -> Terms.holds(held, term, language)));
  }

  private static boolean isOfPeriod(String clause) {
    return AskKind.of(clause).contains(AskKind.TIME)
        || Speech.asksDeadline(clause)
        || Speech.mentionsReturn(clause);
  }

  static boolean namesCustoms(Quotes quotes) {
    return CUSTOMS.matcher(said(quotes)).find();
  }

  /// What is quoted, with the headings above it.
  static String said(Quotes quotes) {
    return Stream.concat(
            quotes.lines().stream().map(Quotes.Line::text),
            quotes.quotes().stream().flatMap(quote -> quote.passage().headings().stream()))
        .collect(Collectors.joining("\n"));
  }

  /// Who asks for a price is told one, or who pays it.
  private static boolean leavesPrice(AskContext context, AskAnswer.Said said) {
    return Price.isAsked(context.ask().text())
        && said.parts().stream().noneMatch(part -> Price.isTold(part.text()));
  }
}
