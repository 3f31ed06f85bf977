package deskhand.triage.answers;

import deskhand.orders.Order;
import deskhand.triage.Reply;
import deskhand.triage.articles.PolicyFinder;
import deskhand.triage.articles.PolicyQuestion;
import deskhand.triage.articles.Quotes;
import deskhand.triage.language.AskKind;
import deskhand.triage.language.Patterns;
import deskhand.triage.language.Terms;
import deskhand.triage.orders.OrderWriter;
import deskhand.triage.writing.Items;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Tells when an item leaves that was sold before it was there: the articles' row or sentence that
/// names it with a day.
@Component
class PreOrderAnswers {
  private static final int MOST_ITEMS = 3;

  /// So much of a row's name an item shares that is said to be on pre-order; any other shares all:
  /// the row may be of another colour.
  private static final double ALIKE = 0.6;

  private static final Patterns PRE_ORDER = Patterns.load("dispatch/pre-order");

  private final PolicyFinder finder;
  private final PolicyAnswers policies;

  PreOrderAnswers(PolicyFinder finder, PolicyAnswers policies) {
    this.finder = finder;
    this.policies = policies;
  }

  /// For each of the items that have not been sent; nothing to who may not know the items.
  List<Reply.Part> of(AskContext context, Order order) {
    if (!context.identity().maySeeItems()) {
      return List.of();
    }
    List<Reply.Part> found = new ArrayList<>();
    OrderWriter.missing(order).stream()
        .limit(MOST_ITEMS)
        .forEach(line -> {
          Set<String> words = words(line, context.language());
          found.addAll(
              row(context, line, words)
                  .map(Quotes::parts)
                  .orElseGet(() -> sentence(context, line, words)));
        });
    return found;
  }

  private static Set<String> words(Order.Line line, Locale language) {
    Set<String> words = Terms.content(item(line), language);
    words.removeIf(word -> word.matches("pre|order|preorder|pre-order"));
    return words;
  }

  private static String item(Order.Line line) {
    return (Items.clean(line.title()) + " " + Items.clean(line.variant())).strip();
  }

  private Optional<Quotes.Quote> row(AskContext context, Order.Line line, Set<String> words) {
    String text = context.words().query("preorder", Map.of("items", item(line)));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    boolean told = PRE_ORDER.foundIn(line.title() + " " + line.variant());
    double needed = told ? ALIKE : 1;
    PolicyQuestion asked = context.policy(text, context.words().today()).about(text);
    return finder.candidates(asked).stream()
        .map(PolicyFinder.Candidate::quote)
        .filter(quote -> !quote.label().isEmpty())
        .filter(quote -> isOfPreOrders(quote) && AskKind.TIME.answeredBy(quote.sentence()))
        .filter(quote -> alike(quote.label(), words, context.language()) >= needed)
        .max(Comparator.comparingDouble(quote -> alike(quote.label(), words, context.language())));
  }

  private static boolean isOfPreOrders(Quotes.Quote quote) {
    return PRE_ORDER.foundIn(quote.sentence())
        || quote.passage().headings().stream().anyMatch(PRE_ORDER::foundIn);
  }

  /// Which share of the row's name the item has too.
  private static double alike(String label, Set<String> words, Locale language) {
    Set<String> name = Terms.content(label, language);
    Set<String> common = new HashSet<>(name);
    common.retainAll(words);
    return name.isEmpty() ? 0 : (double) common.size() / name.size();
  }

  /// What the articles surely say of it in a sentence.
  private List<Reply.Part> sentence(AskContext context, Order.Line line, Set<String> words) {
    return policies.about(context, "preorder", Map.of("items", item(line))).stream()
        .filter(part ->
            !words.isEmpty() && !Quotes.isRow(part.text()) && AskKind.TIME.answeredBy(part.text()))
        .filter(part -> shares(part.text(), words, context.language()))
        .limit(1)
        .toList();
  }

  private static boolean shares(String text, Set<String> words, Locale language) {
    Set<String> held = Terms.of(text, language);
    long common = words.stream().filter(held::contains).count();
    return (double) common / words.size() >= ALIKE;
  }
}
