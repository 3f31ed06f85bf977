package deskhand.triage;

import deskhand.orders.Orders;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A reader for tests: knows an intent by a few words, and everything that a pattern can find.
final class WordsReader implements UnderstandingReader {
  private static final Map<String, String> INTENTS =
      new java.util.LinkedHashMap<>();

  static {
    INTENTS.put("order/not-received", "says delivered|delivered\" |never (come|came)|not received");
    INTENTS.put("return/status", "my return|return (request|parcel|arrive)");
    INTENTS.put("refund/status", "refund|money back|money is back");
    INTENTS.put("return/policy", "return|send back|give (it )?back|go back|rückgabe|zurückg|retour");
    INTENTS.put("warranty/claim", "warranty|guarantee|garantie");
    INTENTS.put("shipping/customs", "customs|import|vat when");
    INTENTS.put("payment/methods", "klarna|paypal|pay with");
    INTENTS.put("discount/policy", "gift ?card|discount|code\\b");
    INTENTS.put("order/cancel", "cancel");
    INTENTS.put("order/address", "address");
    INTENTS.put("order/damaged", "broken|damaged|smashed");
    INTENTS.put("shipping/policy", "shipping|ship to|deliver to|versand|verzend|pick ?up in");
    INTENTS.put("order/status", "where|parcel|order|arrive|come|track|ship|bestellung|pakket|paket|colis|delivered");
    INTENTS.put("product/question", "\\?");
  }

  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.]*\\w");
  private static final Pattern POSTCODE =
      Pattern.compile("\\b(\\d{4} ?[A-Za-z]{2}|\\d{4,5}|[A-Z]\\d{2} ?[A-Z\\d]{4}|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2})\\b");

  private final Orders orders;

  WordsReader(Orders orders) {
    this.orders = orders;
  }

  @Override
  public Understanding read(Case given) {
    String said = Situation.said(given);
    StringBuilder all = new StringBuilder(said);
    given.messages().forEach(message -> all.append('\n').append(message.elided()));
    given.history().stream()
        .filter(turn -> turn.by() == Case.Turn.By.CUSTOMER)
        .forEach(turn -> all.append('\n').append(turn.text()));
    List<Understanding.Ask> asks = new ArrayList<>();
    for (String piece : said.split("(?<=[?!.])\\s+|\\n", -1)) {
      boolean plain = said.indexOf('?') < 0 && !piece.isBlank();
      if (piece.contains("?") || plain) {
        asks.add(new Understanding.Ask(piece.strip(), guess(piece + " " + said)));
      }
    }
    return new Understanding(
        guess(said),
        List.of(),
        language(said),
        new Understanding.Entities(
            orders.numbersIn(given.store().id(), all.toString()),
            orders.trackingNumbersIn(all.toString()).stream().map(one -> one.value()).toList(),
            found(EMAIL, all.toString()),
            found(POSTCODE, all.toString()),
            List.copyOf(Countries.in(said))),
        asks.stream().limit(4).toList());
  }

  private static Understanding.Guess guess(String text) {
    String low = text.toLowerCase(Locale.ROOT);
    return INTENTS.entrySet().stream()
        .filter(intent -> Pattern.compile(intent.getValue()).matcher(low).find())
        .findFirst()
        .map(intent -> new Understanding.Guess(intent.getKey(), 0.8))
        .orElse(new Understanding.Guess("other/unclear", 0.5));
  }

  private static Optional<Locale> language(String text) {
    String low = " " + text.toLowerCase(Locale.ROOT) + " ";
    if (low.matches("(?s).*\\b(ist|und|wie|mein|bitte|ich|kommt|nach)\\b.*")) {
      return Optional.of(Locale.GERMAN);
    }
    if (low.matches("(?s).*\\b(mijn|het|wat|waar|bestelling|ik|binnen)\\b.*")) {
      return Optional.of(Locale.of("nl"));
    }
    if (low.matches("(?s).*\\b(mon|est|où|colis|je|commande|pour)\\b.*")) {
      return Optional.of(Locale.FRENCH);
    }
    return Optional.empty();
  }

  private static List<String> found(Pattern pattern, String text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return List.copyOf(found);
  }
}
