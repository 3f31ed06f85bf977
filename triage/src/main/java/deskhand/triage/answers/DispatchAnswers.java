package deskhand.triage.answers;

import deskhand.orders.Order;
import deskhand.store.Store;
import deskhand.triage.Evidence;
import deskhand.triage.Reply;
import deskhand.triage.Situation;
import deskhand.triage.articles.Cutoff;
import deskhand.triage.articles.PolicyFinder;
import deskhand.triage.articles.PolicyQuestion;
import deskhand.triage.articles.Quotes;
import deskhand.triage.language.DateRange;
import deskhand.triage.language.OrderTime;
import deskhand.triage.language.Terms;
import deskhand.triage.orders.OrderFacts;
import deskhand.triage.writing.Items;
import deskhand.triage.writing.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Works out on which day an order that was just placed leaves, by the hour that an article sets.
@Component
class DispatchAnswers {
  /// A measure tells no goods apart.
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

  private static final MonthDay CHRISTMAS = MonthDay.of(12, 24);
  private static final MonthDay NEW_YEAR = MonthDay.of(1, 1);

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
    Optional<PolicyFinder.Candidate> rule = rule(candidates);
    if (rule.isEmpty() || setsApart(context, items(order), rule.get())) {
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
        .filter(day -> isPlain(context, words.day(placed), day))
        .map(day -> said(context, order, rule.get().quote(), cutoff, day))
        .orElse(List.of());
  }

  /// The rule, what it says of later orders, and the day on which an order would leave that is only
  /// thought of; empty where that day is not plain.
  Optional<AskAnswer> supposed(AskContext context) {
    Words words = context.words();
    String text = words.query("today", Map.of());
    String said = Situation.said(context.given());
    LocalDateTime now =
        LocalDateTime.ofInstant(context.given().now(), context.given().store().zone());
    Optional<OrderTime> time = OrderTime.supposedIn(said, now);
    if (text.isEmpty()
        || time.isEmpty()
        || !OrderTime.supposedIn(context.ask().text(), now).equals(time)) {
      return Optional.empty();
    }
    List<PolicyFinder.Candidate> candidates =
        finder.candidates(context.policy(text, words.today()).about(text));
    Optional<PolicyFinder.Candidate> rule = rule(candidates);
    if (rule.isEmpty()
        || naming(context, Cutoff.besides(said), rule.get())
            .anyMatch(
                one -> isOfSending(one) && DateRange.in(one.sentence(), words.today()).isEmpty())) {
      return Optional.empty();
    }
    Cutoff cutoff = Cutoff.in(rule.get().sentence()).orElseThrow();
    return cutoff
        .leaves(time.get(), context.given().store().hours().closedDays())
        .filter(day -> !day.isBefore(words.today()))
        .filter(day -> isPlain(context, time.get().day(), day))
        .map(day -> {
          List<Reply.Part> parts = new ArrayList<>(Quotes.parts(rule.get().quote()));
          boolean late = !day.equals(time.get().day());
          later(rule.get(), candidates)
              .filter(_ -> late)
              .ifPresent(more -> parts.addAll(Quotes.parts(more.quote())));
          parts.add(supposed(words, rule.get().quote(), cutoff, day));
          return new AskAnswer.Said(parts, Quotes.SURE, Set.of(), "The hour that an article sets");
        });
  }

  private static Reply.Part supposed(Words words, Quotes.Quote rule, Cutoff cutoff, LocalDate day) {
    Map<String, String> values = Map.of("day", words.weekday(day), "date", words.date(day));
    String key = day.equals(words.today()) ? "today" : "future";
    return new Reply.Part(
        " ",
        words.say("leaves.supposed." + key, values),
        List.of(new Evidence.Computed(cutoff.spelled(), day.toString(), List.of(rule.evidence()))));
  }

  /// The sentence after the rule, where it says what holds for later orders.
  private static Optional<PolicyFinder.Candidate> later(
      PolicyFinder.Candidate rule, List<PolicyFinder.Candidate> candidates) {
    return candidates.stream()
        .filter(one -> isBeside(one, rule))
        .filter(one -> one.index() == rule.index() + 1 && Cutoff.tellsOfLater(one.sentence()))
        .findFirst();
  }

  private static Optional<PolicyFinder.Candidate> rule(List<PolicyFinder.Candidate> candidates) {
    return candidates.stream()
        .filter(candidate -> Cutoff.in(candidate.sentence()).isPresent())
        .max(Comparator.comparingDouble(PolicyFinder.Candidate::score));
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

  /// Whether no sentence sets apart one of the days until it leaves: a holiday, or a break.
  private boolean isPlain(AskContext context, LocalDate ordered, LocalDate leaves) {
    String text = context.words().query("closed", Map.of());
    LocalDate today = context.words().today();
    return !isAroundNewYear(leaves)
        && finder.candidates(context.policy(text, today).about(text)).stream()
            .map(PolicyFinder.Candidate::sentence)
            .filter(Cutoff::tellsOfClosing)
            .flatMap(sentence -> DateRange.in(sentence, today).stream())
            .noneMatch(days -> days.meets(ordered, leaves));
  }

  /// When hardly anybody sends, whether an article says so or not.
  private static boolean isAroundNewYear(LocalDate day) {
    MonthDay of = MonthDay.from(day);
    return !of.isBefore(CHRISTMAS) || of.equals(NEW_YEAR);
  }

  private static String items(Order order) {
    return order.contents().lines().stream()
        .map(line -> Items.clean(line.title()) + " " + Items.clean(line.variant()))
        .collect(Collectors.joining(" "));
  }

  /// Whether another sentence beside the rule, or another rule of sending, names what was bought.
  private boolean setsApart(AskContext context, String items, PolicyFinder.Candidate rule) {
    return naming(context, items, rule)
        .anyMatch(candidate -> isBeside(candidate, rule) || isOfSending(candidate));
  }

  /// The other sentences that name one of the goods, in themselves or in their headings.
  private Stream<PolicyFinder.Candidate> naming(
      AskContext context, String goods, PolicyFinder.Candidate rule) {
    Set<String> names = Terms.content(goods, context.language());
    names.removeIf(name -> !WORD.matcher(name).matches());
    String text = goods + " " + context.words().query("today", Map.of());
    return finder.candidates(context.policy(text, context.policyDay()).about(text)).stream()
        .filter(candidate -> !candidate.quote().equals(rule.quote()))
        .filter(candidate -> {
          List<String> headings =
              isBeside(candidate, rule) ? List.of() : candidate.finding().passage().headings();
          return Goods.areNamed(
              candidate.sentence() + " " + String.join(" ", headings), names, context.language());
        });
  }

  private static boolean isOfSending(PolicyFinder.Candidate candidate) {
    return Cutoff.tellsLeaving(candidate.sentence());
  }

  private static boolean isBeside(PolicyFinder.Candidate one, PolicyFinder.Candidate rule) {
    return one.finding().passage().equals(rule.finding().passage());
  }
}
