package deskhand.triage.answers;

import deskhand.orders.Order;
import deskhand.store.Store;
import deskhand.triage.Evidence;
import deskhand.triage.Reply;
import deskhand.triage.articles.Cutoff;
import deskhand.triage.articles.PolicyFinder;
import deskhand.triage.articles.PolicyQuestion;
import deskhand.triage.articles.Quotes;
import deskhand.triage.language.Terms;
import deskhand.triage.orders.OrderFacts;
import deskhand.triage.writing.Items;
import deskhand.triage.writing.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Works out on which day an order that was just placed leaves, by the hour that an article sets.
@Component
class DispatchAnswers {
  /// A measure tells no goods apart.
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

  private final PolicyFinder finder;

  DispatchAnswers(PolicyFinder finder) {
    this.finder = finder;
  }

  /// The rule and the day. Nothing where no article sets an hour, where one sets apart what was
  /// bought, or where that day is past, named as a special one, or today while nobody is there any
  /// more.
  List<Reply.Part> leaving(AskContext context, Order order) {
    Words words = context.words();
    String text = words.query("today", Map.of());
    if (text.isEmpty()) {
      return List.of();
    }
    PolicyQuestion asked = context.policy(text, context.policyDay()).about(text);
    List<PolicyFinder.Candidate> candidates = finder.candidates(asked);
    Optional<PolicyFinder.Candidate> rule =
        candidates.stream()
            .filter(candidate -> Cutoff.in(candidate.sentence()).isPresent())
            .max(Comparator.comparingDouble(PolicyFinder.Candidate::score));
    if (rule.isEmpty() || setsApart(context, order, rule.get())) {
      return List.of();
    }
    Cutoff cutoff = Cutoff.in(rule.get().sentence()).orElseThrow();
    Instant placed = order.times().placedAt();
    return cutoff
        .leaves(
            placed.atZone(context.given().store().zone()).toLocalDateTime(),
            context.given().store().hours().closedDays())
        .filter(day -> !day.isBefore(words.today()))
        .filter(day -> day.isAfter(words.today()) || isAtWork(context))
        .filter(day -> isPlain(day, candidates, words))
        .map(day -> said(context, order, rule.get().quote(), cutoff, day))
        .orElse(List.of());
  }

  private static List<Reply.Part> said(
      AskContext context, Order order, Quotes.Quote rule, Cutoff cutoff, LocalDate day) {
    OrderFacts facts = OrderFacts.of(order);
    Words words = context.words();
    Evidence.FromOrder placed = facts.fact("placedAt");
    List<Reply.Part> parts = new ArrayList<>(Quotes.parts(rule));
    String key = day.equals(words.today()) ? "leaves.today" : "leaves.future";
    parts.add(
        new Reply.Part(
            " ",
            words.say(
                key, Map.of("time", words.time(order.times().placedAt()), "date", words.date(day))),
            List.of(
                new Evidence.Computed(
                    cutoff.spelled(), day.toString(), List.of(placed, rule.evidence())))));
    return parts;
  }

  /// Whether somebody is still there today, as far as the hours are known.
  private static boolean isAtWork(AskContext context) {
    Store store = context.given().store();
    return store.hours().week().isEmpty()
        || store
            .hours()
            .nextOpening(context.given().now(), store.zone())
            .filter(at -> context.words().day(at).equals(context.words().today()))
            .isPresent();
  }

  /// Whether no sentence speaks of that very day: of a holiday, or of a break.
  private static boolean isPlain(
      LocalDate day, List<PolicyFinder.Candidate> candidates, Words words) {
    return candidates.stream()
        .noneMatch(candidate ->
            candidate.sentence().contains(words.date(day))
                || candidate.sentence().contains(words.dated(day)));
  }

  /// Whether another rule of sending names what was bought, in itself or in its headings.
  private boolean setsApart(AskContext context, Order order, PolicyFinder.Candidate rule) {
    String items =
        order.contents().lines().stream()
            .map(line -> Items.clean(line.title()) + " " + Items.clean(line.variant()))
            .collect(Collectors.joining(" "));
    Set<String> names = Terms.content(items, context.language());
    names.removeIf(name -> !WORD.matcher(name).matches());
    String text = items + " " + context.words().query("today", Map.of());
    return finder.candidates(context.policy(text, context.policyDay()).about(text)).stream()
        .filter(candidate -> !candidate.quote().equals(rule.quote()))
        .anyMatch(candidate -> {
          boolean beside = candidate.finding().passage().equals(rule.finding().passage());
          List<String> headings = beside ? List.of() : candidate.finding().passage().headings();
          return (beside || Cutoff.tellsLeaving(candidate.sentence()))
              && Goods.areNamed(
                  candidate.sentence() + " " + String.join(" ", headings),
                  names,
                  context.language());
        });
  }
}
