package deskhand.triage.orders;

import deskhand.orders.Order;
import deskhand.orders.Orders;
import deskhand.triage.Case;
import deskhand.triage.Identity;
import deskhand.triage.Situation;
import deskhand.triage.Understanding;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Finds the orders that a question is about, among those that the writer may hear of.
@Component
public class OrderFinder {
  private static final Duration RECENT = Duration.ofDays(14);
  private static final int MOST = 4;
  private static final Pattern ALL =
      Pattern.compile(
          "\\b(all|both|every|each of) (of )?(my|the|our)? ?(orders|parcels|packages)|\\ball my\\b|\\beverything (that )?(i|we)('ve| have)?( ever)? (ordered|bought)\\b|\\balle (meine )?bestell|\\bal(le)? mijn bestel|\\btoutes mes commandes");
  private static final Pattern TWO =
      Pattern.compile(
          "\\b(my|our|the) (two|2) (\\w+ ){0,2}(orders|parcels|packages)\\b|\\bmeine (zwei|beiden) bestell|\\bmijn twee bestel|\\bmes deux commandes");
  private static final Pattern LATEST =
      Pattern.compile(
          "\\b((my|the|our) )?(last|latest|newest|most recent|recent) (order|purchase|parcel|package)\\b|\\bletzte\\w* bestell|\\blaatste bestel|\\bdernière commande|\\búltimo pedido|\\bultimo ordine");

  /// "Not the ferns, only the spade".
  private static final Pattern NOT_THIS =
      Pattern.compile(
          "\\b(not|nicht|niet|pas|non)( for| about| für| voor| pour)? (the|my|that|those|these|die|der|das|den|de|het|les?|la|los|las|el|il|lo|gli|i) [\\p{L}-]+",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Set<String> PLAIN_WORDS =
      Set.of(
          "set",
          "pack",
          "pair",
          "piece",
          "pieces",
          "order",
          "pre-order",
          "preorder",
          "card",
          "last",
          "with",
          "the",
          "and",
          "for",
          "size",
          "new",
          "all",
          "one",
          "two",
          "small",
          "large",
          "gift");

  private final Orders orders;

  OrderFinder(Orders orders) {
    this.orders = orders;
  }

  public OrderChoice choose(
      Case given, Understanding understanding, Identity identity, String ask) {
    List<Order> own = identity.own();
    if (own.isEmpty()) {
      return OrderChoice.of(OrderChoice.How.NONE, List.of());
    }
    String now = Situation.said(given);
    String low = (ask + "\n" + now).toLowerCase(Locale.ROOT);
    List<Order> inAsk = named(given, identity, ask, understanding, false);
    List<Order> named = inAsk.isEmpty() ? named(given, identity, now, understanding, true) : inAsk;
    boolean others = !identity.unproven().isEmpty() && namesUnproven(given, identity, now);
    if (others && (inAsk.isEmpty() || namesUnproven(given, identity, ask))) {
      return OrderChoice.of(OrderChoice.How.NONE, List.of());
    }
    if (!named.isEmpty()) {
      return withLines(OrderChoice.How.NAMED, named, ask);
    }
    if (ALL.matcher(low).find()) {
      return OrderChoice.of(OrderChoice.How.SEVERAL, own.stream().limit(MOST).toList());
    }
    List<Order> standing =
        given.standing().orders().stream()
            .map(identity::own)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    if (standing.isEmpty()) {
      standing = named(given, identity, earlier(given), understanding, false);
    }
    if (!standing.isEmpty()) {
      return withLines(OrderChoice.How.EARLIER, standing.subList(0, 1), ask);
    }
    if (own.size() == 1) {
      return withLines(OrderChoice.How.ONLY, own, ask);
    }
    List<Order> described = described(own, low, given);
    if (described.size() == 1) {
      return withLines(OrderChoice.How.DESCRIBED, described, ask);
    }
    List<Order> pool = described.isEmpty() ? own : described;
    if (TWO.matcher(low).find()) {
      return two(pool, given);
    }
    if (LATEST.matcher(low).find()) {
      return withLines(OrderChoice.How.DESCRIBED, pool.subList(0, 1), ask);
    }
    List<Order> open = open(pool, given);
    if (open.size() == 1) {
      return withLines(OrderChoice.How.ONLY, open, ask);
    }
    if (open.size() > 1 && open.size() <= MOST) {
      return OrderChoice.of(OrderChoice.How.SEVERAL, open);
    }
    return OrderChoice.of(OrderChoice.How.UNCLEAR, pool.stream().limit(MOST).toList());
  }

  private static List<Order> open(List<Order> pool, Case given) {
    return pool.stream().filter(order -> order.isUnderWay(given.now().minus(RECENT))).toList();
  }

  /// The two that are meant, where there are two that fit, or two under way.
  private static OrderChoice two(List<Order> pool, Case given) {
    List<Order> meant = pool.size() == 2 ? pool : open(pool, given);
    return meant.size() == 2
        ? OrderChoice.of(OrderChoice.How.SEVERAL, meant)
        : OrderChoice.of(OrderChoice.How.UNCLEAR, pool.stream().limit(MOST).toList());
  }

  private boolean namesUnproven(Case given, Identity identity, String text) {
    return orders.numbersIn(given.store().id(), text).stream()
        .anyMatch(number -> identity.unproven().stream().anyMatch(other -> same(other, number)));
  }

  private static boolean same(String one, String other) {
    return one.replaceAll("\\W", "").equalsIgnoreCase(other.replaceAll("\\W", ""));
  }

  private List<Order> named(
      Case given, Identity identity, String text, Understanding understanding, boolean parcels) {
    Set<String> numbers = new LinkedHashSet<>();
    for (String written : orders.numbersIn(given.store().id(), text)) {
      orders.find(given.store().id(), written).map(Order::number).ifPresent(numbers::add);
    }
    if (parcels) {
      understanding.entities().trackingNumbers().stream()
          .map(tracking -> orders.byTracking(given.store().id(), tracking))
          .flatMap(Optional::stream)
          .map(Order::number)
          .forEach(numbers::add);
    }
    return numbers.stream().map(identity::own).flatMap(Optional::stream).limit(MOST).toList();
  }

  /// Quoted text of these messages, then earlier turns, newest first.
  private static String earlier(Case given) {
    List<String> texts = new ArrayList<>();
    given.messages().forEach(message -> texts.add(message.elided()));
    given.history().reversed().forEach(turn -> texts.add(turn.text()));
    String all = String.join("\n", texts);
    return all.length() <= 20_000 ? all : all.substring(0, 20_000);
  }

  /// The orders that hold most of the things that are mentioned, or were placed in the month that
  /// is.
  private static List<Order> described(List<Order> own, String text, Case given) {
    int most = 0;
    List<Order> best = new ArrayList<>();
    for (Order order : own) {
      int found = words(order).stream().filter(word -> mentions(text, word)).toList().size();
      if (found > most) {
        most = found;
        best.clear();
      }
      if (found == most && found > 0) {
        best.add(order);
      }
    }
    List<Order> months = own.stream().filter(order -> mentionsMonth(order, text, given)).toList();
    List<Order> both = best.stream().filter(months::contains).toList();
    if (!both.isEmpty()) {
      return both;
    }
    return best.isEmpty() ? months : best;
  }

  private static boolean mentionsMonth(Order order, String text, Case given) {
    ZonedDateTime placed = order.times().placedAt().atZone(given.store().zone());
    if (placed.toInstant().isBefore(given.now().minus(Duration.ofDays(330)))) {
      return false;
    }
    return List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.of("nl"),
            Locale.of("es"),
            Locale.ITALIAN)
        .stream()
        .map(language ->
            placed.getMonth().getDisplayName(TextStyle.FULL, language).toLowerCase(Locale.ROOT))
        .filter(month -> !month.equals("may") && !month.equals("mars"))
        .anyMatch(month -> mentions(text, month));
  }

  private static Set<String> words(Order order) {
    return order.contents().lines().stream()
        .flatMap(line -> words(line).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> words(Order.Line line) {
    Set<String> words = new HashSet<>();
    for (String word :
        (line.title() + " " + line.variant())
            .toLowerCase(Locale.ROOT)
            .split("[^\\p{L}\\d-]+", -1)) {
      if (word.length() >= 3
          && !PLAIN_WORDS.contains(word)
          && word.chars().anyMatch(Character::isLetter)) {
        words.add(
            word.endsWith("s") && word.length() > 4 ? word.substring(0, word.length() - 1) : word);
      }
    }
    return words;
  }

  private static boolean mentions(String text, String word) {
    int at = text.indexOf(word);
    while (at >= 0) {
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      int end = at + word.length();
      String rest = text.substring(end, Math.min(text.length(), end + 3));
      if (begins && rest.matches("(?s)(|[^\\p{L}\\d].*|s|s[^\\p{L}\\d].*|es|es[^\\p{L}\\d].*)")) {
        return true;
      }
      at = text.indexOf(word, at + 1);
    }
    return false;
  }

  private static Set<String> mentioned(List<Order.Line> lines, String text) {
    return lines.stream()
        .filter(line -> words(line).stream().anyMatch(word -> mentions(text, word)))
        .map(Order.Line::id)
        .collect(Collectors.toSet());
  }

  private static OrderChoice withLines(OrderChoice.How how, List<Order> orders, String ask) {
    if (orders.size() != 1) {
      return OrderChoice.of(how, orders);
    }
    String low = ask.toLowerCase(Locale.ROOT);
    List<Order.Line> lines = orders.getFirst().contents().lines();
    Set<String> meant = mentioned(lines, NOT_THIS.matcher(low).replaceAll(" "));
    Set<String> mentioned = meant.isEmpty() ? mentioned(lines, low) : meant;
    return new OrderChoice(how, orders, mentioned.size() == lines.size() ? Set.of() : mentioned);
  }
}
