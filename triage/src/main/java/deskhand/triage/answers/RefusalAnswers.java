package deskhand.triage.answers;

import deskhand.orders.Order;
import deskhand.triage.Reply;
import deskhand.triage.Situation;
import deskhand.triage.articles.Period;
import deskhand.triage.articles.PolicyFinder;
import deskhand.triage.articles.PolicyQuestion;
import deskhand.triage.articles.Quotes;
import deskhand.triage.language.Patterns;
import deskhand.triage.language.Speech;
import deskhand.triage.orders.OrderFacts;
import deskhand.triage.orders.OrderWriter;
import deskhand.triage.writing.Parts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Tells at once who wants something that the articles say is never done, such as a code put on an
/// order that was placed: there may be just time enough to cancel and order again. Where an article
/// says that it can be done after all, it is for a person.
@Component
class RefusalAnswers {
  private static final Patterns CODE_ASKED = Patterns.load("refusals/code-asked");
  private static final Patterns PLACED = Patterns.load("refusals/placed");
  private static final Patterns BROKEN_CODE = Patterns.load("refusals/broken-code");
  private static final Patterns OFF_ASKED = Patterns.load("refusals/off-asked");
  private static final Patterns CODE_REFUSED = Patterns.load("refusals/code-refused");
  private static final Patterns CODE = Patterns.load("refusals/code");
  private static final Patterns ADD_ASKED = Patterns.load("refusals/add-asked");
  private static final Patterns ADD_REFUSED = Patterns.load("refusals/add-refused");
  private static final Patterns CHANGE_ASKED = Patterns.load("refusals/change-asked");
  private static final Patterns EDIT_REFUSED = Patterns.load("refusals/edit-refused");
  private static final Patterns EDIT_ASKED = Patterns.load("refusals/edit-asked");
  private static final Patterns OTHER_EDIT = Patterns.load("refusals/other-edit");
  private static final Patterns ALLOWED = Patterns.load("refusals/allowed");

  /// It is refused only for an order that has left.
  private static final Patterns LATER = Patterns.load("refusals/later");

  private static final Patterns CANCELLING = Patterns.load("refusals/cancelling");

  /// Of all other acts something else is wanted, whatever is said of a code beside it.
  private static final Set<String> INTENTS =
      Set.of("discount/problem", "order/change", "product/availability");

  private static final double SURE = 0.8;
  private static final int MOST_REFUSALS = 3;
  private static final String WHY = "The articles say that it is not done";

  private final PolicyFinder finder;
  private final PeriodRules periods;

  RefusalAnswers(PolicyFinder finder, PeriodRules periods) {
    this.finder = finder;
    this.periods = periods;
  }

  /// Whether an order that was not sent is to be edited, by words alone.
  static boolean areEditsAsked(AskContext context) {
    String text = context.ask().text();
    return isOfOneUnsent(context) && EDIT_ASKED.foundIn(text) && !OTHER_EDIT.foundIn(text);
  }

  private static boolean isOfOneUnsent(AskContext context) {
    List<Order> orders = context.choice().orders();
    return context.choice().isFound()
        && orders.size() == 1
        && !hasLeft(orders.getFirst())
        && !orders.getFirst().isCancelled();
  }

  /// Empty where nothing of that sort is wanted, or no article plainly refuses it.
  Optional<AskAnswer> answer(AskContext context) {
    List<Order> orders = context.choice().isFound() ? context.choice().orders() : List.of();
    if (orders.stream().anyMatch(order -> order.isCancelled() || hasLeft(order))) {
      return Optional.empty();
    }
    List<Reply.Part> parts = new ArrayList<>();
    for (Sort sort : sorts(context)) {
      Optional<List<Reply.Part>> refusal = refusal(context, sort);
      if (refusal.isEmpty()) {
        return Optional.empty();
      }
      parts.addAll(PolicyAnswers.without(refusal.get(), parts));
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    if (parts.stream().noneMatch(part -> CANCELLING.foundIn(part.text()))) {
      periods
          .rule(context, "cancel", Period.From.PLACED, Map.of())
          .ifPresent(rule -> parts.addAll(Parts.paragraph(rule.parts())));
    }
    Set<String> numbers = orders.size() == 1 ? Set.of(orders.getFirst().number()) : Set.of();
    return Optional.of(new AskAnswer.Said(told(context, orders, parts), SURE, numbers, WHY));
  }

  /// Whether some of it was sent, as far as is known.
  private static boolean hasLeft(Order order) {
    return !order.contents().shipments().isEmpty()
        || order.status().fulfilment() == Order.Fulfilment.FULFILLED
        || order.status().fulfilment() == Order.Fulfilment.PARTIAL;
  }

  /// With how the one order stands, so that it can be seen whether there is time.
  private static List<Reply.Part> told(
      AskContext context, List<Order> orders, List<Reply.Part> refusals) {
    if (orders.size() != 1) {
      return refusals;
    }
    List<Reply.Part> told =
        new ArrayList<>(
            new OrderWriter(context.words(), context.identity())
                .status(OrderFacts.of(orders.getFirst()), Set.of()));
    told.addAll(Parts.paragraph(refusals));
    return told;
  }

  /// What is wanted of an order; nothing where more than a refusal is needed, such as to cancel it.
  private static List<Sort> sorts(AskContext context) {
    String text = context.ask().text();
    List<Sort> sorts = new ArrayList<>();
    boolean placed = PLACED.foundIn(Situation.said(context.given()));
    boolean change = context.ask().intent().intent().equals("order/change");
    if (!INTENTS.contains(context.ask().intent().intent())
        || CANCELLING.foundIn(text)
        || Speech.mentionsRefund(text)
        || (change && OTHER_EDIT.foundIn(text))) {
      return List.of();
    }
    if (isCodeAsked(context) && placed && !BROKEN_CODE.foundIn(text)) {
      sorts.add(Sort.CODE);
    }
    boolean edit =
        change ? isOfOneUnsent(context) && !Speech.asksDeadline(text) : areEditsAsked(context);
    if (edit && CHANGE_ASKED.foundIn(text)) {
      sorts.add(Sort.CHANGE);
    } else if (edit && ADD_ASKED.foundIn(text)) {
      sorts.add(Sort.ADD);
    }
    return sorts;
  }

  private static boolean isCodeAsked(AskContext context) {
    String text = context.ask().text();
    return CODE_ASKED.foundIn(text)
        || (OFF_ASKED.foundIn(text) && CODE_ASKED.foundIn(Situation.said(context.given())));
  }

  /// Whether a forgotten code is to be put on an order, and nothing else is wanted.
  static boolean isForgottenCode(AskContext context) {
    return sorts(context).equals(List.of(Sort.CODE));
  }

  private enum Sort {
    CODE("forgottencode"),
    ADD("editorder"),
    CHANGE("editorder");

    private final String query;

    Sort(String query) {
      this.query = query;
    }
  }

  private Optional<List<Reply.Part>> refusal(AskContext context, Sort sort) {
    String text = context.words().query(sort.query, Map.of());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    PolicyQuestion asked = context.policy(text, context.policyDay()).about(text);
    return finder.candidates(asked).stream()
        .filter(candidate -> refuses(candidate, sort))
        .sorted(Comparator.comparingDouble(PolicyFinder.Candidate::score).reversed())
        .limit(MOST_REFUSALS)
        .filter(candidate -> !isAllowed(candidate))
        .map(candidate -> told(candidate.quote()))
        .max(Comparator.comparingInt(List::size));
  }

  private static boolean refuses(PolicyFinder.Candidate candidate, Sort sort) {
    String sentence = candidate.sentence();
    return switch (sort) {
      case CODE -> CODE_REFUSED.foundIn(sentence) && isOfCodes(candidate);
      case ADD -> ADD_REFUSED.foundIn(sentence) || EDIT_REFUSED.foundIn(sentence);
      case CHANGE -> EDIT_REFUSED.foundIn(sentence);
    };
  }

  /// The sentence names a code, or the one that leads to it, or its heading does.
  private static boolean isOfCodes(PolicyFinder.Candidate candidate) {
    List<String> sentences = candidate.finding().passage().sentences();
    List<String> headings = candidate.finding().passage().headings();
    int at = candidate.index();
    return CODE.foundIn(candidate.sentence())
        || (at > 0 && CODE.foundIn(sentences.get(at - 1)))
        || (!headings.isEmpty() && CODE.foundIn(headings.getLast()));
  }

  private static boolean isAllowed(PolicyFinder.Candidate candidate) {
    List<String> sentences = candidate.finding().passage().sentences();
    int at = candidate.index();
    boolean before = at > 0 && ALLOWED.foundIn(sentences.get(at - 1));
    return before
        || LATER.foundIn(candidate.sentence())
        || (ALLOWED.foundIn(candidate.sentence()) && !CANCELLING.foundIn(candidate.sentence()));
  }

  /// With the sentence after it where that says what can be done instead.
  private static List<Reply.Part> told(Quotes.Quote refusal) {
    List<Reply.Part> parts = new ArrayList<>(Quotes.parts(refusal));
    List<String> sentences = refusal.passage().sentences();
    int next = refusal.index() + 1;
    if (next < sentences.size() && CANCELLING.foundIn(sentences.get(next))) {
      parts.addAll(Quotes.parts(new Quotes.Quote(refusal.passage(), next, sentences.get(next))));
    }
    return parts;
  }
}
