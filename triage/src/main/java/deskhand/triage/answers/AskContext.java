package deskhand.triage.answers;

import deskhand.triage.Case;
import deskhand.triage.Identity;
import deskhand.triage.Situation;
import deskhand.triage.Understanding;
import deskhand.triage.articles.Intents;
import deskhand.triage.articles.PolicyQuestion;
import deskhand.triage.language.Countries;
import deskhand.triage.language.OrderDate;
import deskhand.triage.language.Speech;
import deskhand.triage.language.Terms;
import deskhand.triage.language.Towns;
import deskhand.triage.orders.OrderChoice;
import deskhand.triage.writing.Items;
import deskhand.triage.writing.Words;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One question of a message, with all that is needed to answer it.
///
/// @param choice the orders it may be about
record AskContext(Situation situation, Words words, Understanding.Ask ask, OrderChoice choice) {
  private static final Pattern REPLY =
      Pattern.compile("^\\s*(re|aw|antw|sv|fwd?|wg|tr|rif|rv)\\s*:", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_SUBJECT = 80;
  private static final int LONGEST_TURN = 400;

  /// From here on even a few words are understood by themselves.
  private static final double SURE_ALONE = 0.7;

  Identity identity() {
    return situation.identity();
  }

  Case given() {
    return situation.given();
  }

  Locale language() {
    return words.locale();
  }

  /// The same, surely taken for something else by its words.
  AskContext as(String intent) {
    Understanding.Guess guess = new Understanding.Guess(intent, 1);
    return new AskContext(situation, words, new Understanding.Ask(ask.text(), guess), choice);
  }

  /// What the question is about where it does not say so itself.
  String context() {
    String text = ask.text();
    if (Speech.hangs(text, language())) {
      String above = above(text);
      if (!Terms.content(above, language()).isEmpty()) {
        return above;
      }
      Optional<String> before =
          given().history().reversed().stream()
              .filter(turn -> turn.by() == Case.Turn.By.CUSTOMER)
              .map(Case.Turn::text)
              .findFirst();
      if (before.isPresent()) {
        return cut(before.get(), LONGEST_TURN);
      }
    }
    String subject = given().messages().getFirst().subject().strip();
    boolean useful =
        !subject.isEmpty()
            && !REPLY.matcher(subject).find()
            && subject.length() <= LONGEST_SUBJECT
            && !text.contains(subject)
            && !Terms.content(subject, language()).isEmpty();
    return useful ? subject : "";
  }

  /// What the message says before the question.
  private String above(String text) {
    String said = situation.body();
    int at = said.indexOf(text);
    String above = at <= 0 ? "" : said.substring(0, at).strip();
    return above.length() <= LONGEST_TURN ? above : above.substring(above.length() - LONGEST_TURN);
  }

  PolicyQuestion.Place place() {
    Set<String> named = new LinkedHashSet<>(Countries.in(ask.text()));
    if (named.isEmpty()) {
      named.addAll(situation.understanding().entities().countries());
    }
    if (named.isEmpty() && IntentAnswers.SHIPPING.contains(ask.intent().intent())) {
      String home = given().store().profile().country();
      named.addAll(Towns.in(ask.text(), home));
      if (named.isEmpty()) {
        named.addAll(Towns.in(Situation.said(given()), home));
      }
    }
    Optional<String> home =
        choice.orders().stream()
            .findFirst()
            .or(() -> identity().own().stream().findFirst())
            .flatMap(order -> order.buyer().shippingAddress())
            .map(address -> address.country());
    return new PolicyQuestion.Place(named, home);
  }

  /// The question for the articles that hold on that day.
  PolicyQuestion policy(String text, LocalDate on) {
    PolicyQuestion.Asked asked = new PolicyQuestion.Asked(text, context(), subject(text));
    return new PolicyQuestion(given().store(), language(), asked, place(), on);
  }

  /// The subject of the question; of the whole message where it says too little itself.
  private String subject(String text) {
    boolean own =
        ask.intent().confidence() >= SURE_ALONE || Terms.content(text, language()).size() > 1;
    return Intents.subject(own ? ask.intent().intent() : situation.intent());
  }

  /// The day whose policies hold: the order's where the question is about one, or the day that the
  /// text names, or today.
  LocalDate policyDay() {
    if (choice.isFound() && choice.orders().size() == 1) {
      return words.day(choice.orders().getFirst().times().placedAt());
    }
    return saidDay();
  }

  /// The day of the order that the text names, or today: what is asked in general holds today.
  LocalDate saidDay() {
    return OrderDate.in(Situation.said(given()), words.today()).orElse(words.today());
  }

  /// What was bought: an article on guarantees tells goods apart.
  String items() {
    Set<String> lines = choice.lines();
    return choice.orders().stream()
        .flatMap(order -> order.contents().lines().stream())
        .filter(line -> lines.isEmpty() || lines.contains(line.id()))
        .limit(3)
        .map(line -> Items.clean(line.title()))
        .collect(Collectors.joining(" "));
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
