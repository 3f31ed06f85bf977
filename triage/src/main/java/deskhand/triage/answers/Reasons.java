package deskhand.triage.answers;

import deskhand.triage.Understanding;
import deskhand.triage.articles.Period;
import deskhand.triage.articles.Quotes;
import deskhand.triage.orders.OrderChoice;
import java.util.Locale;

/// Says why something was decided, in words that a shop's agent understands; figures stand last, in
/// brackets.
public final class Reasons {
  private static final double SURE = 0.85;
  private static final double RATHER = 0.6;

  private Reasons() {}

  /// What a message was taken for.
  public static String understood(Understanding.Guess guess) {
    return "Understood as \""
        + spoken(guess.intent())
        + "\", "
        + (guess.confidence() >= SURE
            ? "quite sure"
            : guess.confidence() >= RATHER ? "fairly sure" : "not sure")
        + figure(guess.confidence());
  }

  /// An intent is not clear enough to go by it.
  static String unclear(Understanding.Guess guess) {
    boolean nothing = guess.intent().equals("other/unclear");
    return nothing
        ? "It is not clear what is wanted" + figure(guess.confidence())
        : "It is not clear enough what is wanted; it may be \""
            + spoken(guess.intent())
            + "\""
            + figure(guess.confidence());
  }

  /// What came of a question that an article answers, or not.
  static String articles(Quotes quotes, boolean enough) {
    if (quotes.isEmpty()) {
      return "No article says anything about this";
    }
    String title = title(quotes);
    String said =
        enough
            ? "Answered from the article '" + title + "'"
            : "No article answers this closely enough; the nearest is '" + title + "'";
    return said + String.format(Locale.ROOT, " (%.2f; %s)", quotes.confidence(), quotes.why());
  }

  /// The last day follows from a period of an article.
  static String period(Period period) {
    String from =
        switch (period.from()) {
          case DELIVERED -> "the delivery";
          case PLACED -> "the order's day";
          case AVAILABLE -> "the day from which it can be picked up";
        };
    return "Worked out: "
        + period.count()
        + " "
        + period.unit().name().toLowerCase(Locale.ROOT)
        + " from "
        + from
        + ", as the article says";
  }

  /// How it is known which order is meant.
  static String order(OrderChoice.How how) {
    return switch (how) {
      case NAMED -> "The message names the order";
      case EARLIER -> "The conversation is about this order";
      case DESCRIBED -> "The message describes what was bought, or when";
      case ONLY -> "There is only one order that it can be about";
      case SEVERAL -> "All orders that are under way are told";
      case UNCLEAR -> "It is not clear which order is meant";
      case NONE -> "No order of the writer is known";
    };
  }

  /// "order/not-received" as "order: not received".
  public static String spoken(String intent) {
    return intent.replace("/", ": ").replace('-', ' ');
  }

  private static String title(Quotes quotes) {
    Quotes.Quote first = quotes.quotes().getFirst();
    return first.passage().headings().isEmpty()
        ? first.passage().article().name()
        : first.passage().headings().getFirst();
  }

  private static String figure(double confidence) {
    return String.format(Locale.ROOT, " (%.2f)", confidence);
  }
}
