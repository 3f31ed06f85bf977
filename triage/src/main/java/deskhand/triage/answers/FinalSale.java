package deskhand.triage.answers;

import deskhand.orders.Order;
import deskhand.triage.articles.PolicyFinder;
import deskhand.triage.articles.PolicyQuestion;
import deskhand.triage.articles.Quotes;
import deskhand.triage.writing.Items;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What the articles say of goods that are sold for good.
@Component
class FinalSale {
  private static final Pattern FINAL_SALE =
      Pattern.compile(
          "final sale|last of (the )?line|end[ -]of[ -](the[ -])?line|last call|last pieces|remnants?|discontinued|leaving the range|ex-?display|display (models?|pieces?)|samples? sale|restposten|auslauf|(are|is|sales?) final|as[- ]is\\b|last chance|non-?returnable|clearance|outlet|seconds|sale items|reduced|reduziert|ausverkauf|sonderverkauf|uitverkoop|afgeprijsd|soldes|vente finale|venta final|vendita finale|liquidación",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern DENIED =
      Pattern.compile(
          "\\b(not|\\w+n't|nicht|kein\\w*|niet|geen|pas|no|non)\\W+(a |an |the )?\\W*$");

  private final PolicyFinder finder;

  FinalSale(PolicyFinder finder) {
    this.finder = finder;
  }

  /// The sentence of the article that says what holds for final sale.
  ///
  /// @param lines what is bought so: the store's own name for it may stand with the goods
  Optional<Quotes.Quote> rule(AskContext context, List<Order.Line> lines) {
    String text = context.words().query("finalsale", Map.of());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Set<String> called =
        lines.stream().flatMap(line -> Items.called(line).stream()).collect(Collectors.toSet());
    String query = called.isEmpty() ? text : text + " " + String.join(", ", called);
    PolicyQuestion asked = context.policy(query, context.policyDay()).about(query);
    List<PolicyFinder.Candidate> candidates = finder.candidates(asked);
    return best(candidates, one -> Quotes.isExcluding(one) && isOf(one.sentence(), called))
        .or(() -> best(candidates, one -> FINAL_SALE.matcher(low(one)).find()))
        .map(PolicyFinder.Candidate::quote);
  }

  /// "An ordinary sale is not Last Call" is of other goods. One word alone ("Large") is a name only
  /// where it is written as one.
  private static boolean isOf(String sentence, Set<String> called) {
    return called.stream()
        .anyMatch(name -> {
          boolean word = name.indexOf(' ') < 0;
          int at =
              word
                  ? sentence.indexOf(name)
                  : sentence.toLowerCase(Locale.ROOT).indexOf(name.toLowerCase(Locale.ROOT));
          boolean begins = word && at == 0;
          return at >= 0 && !begins && !DENIED.matcher(sentence.substring(0, at)).find();
        });
  }

  private static String low(PolicyFinder.Candidate one) {
    return one.sentence().toLowerCase(Locale.ROOT);
  }

  private static Optional<PolicyFinder.Candidate> best(
      List<PolicyFinder.Candidate> candidates, Predicate<PolicyFinder.Candidate> which) {
    return candidates.stream()
        .filter(which)
        .max(Comparator.comparingDouble(PolicyFinder.Candidate::score));
  }
}
