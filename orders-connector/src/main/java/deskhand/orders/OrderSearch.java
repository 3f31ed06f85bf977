package deskhand.orders;

import deskhand.store.StoreId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Finds orders by what customers write.
@Component
class OrderSearch {
  private static final int LONGEST_NUMBER = 200;
  private static final int LONGEST_TEXT = 20_000;

  /// Words that stand before a number and say nothing, as keys.
  private static final List<String> WORDS =
      List.of(
          "MY",
          "ORDER",
          "BESTELLUNG",
          "BESTELLING",
          "BESTELL",
          "BESTEL",
          "AUFTRAGS",
          "AUFTRAG",
          "COMMANDE",
          "PEDIDO",
          "ORDINE",
          "ENCOMENDA",
          "NUMBER",
          "NUMMER",
          "NUMERO",
          "NUM",
          "NO",
          "NR",
          "N",
          "ID");

  private final OrdersTable orders;
  private final NumberShapesTable shapes;

  OrderSearch(OrdersTable orders, NumberShapesTable shapes) {
    this.orders = orders;
    this.shapes = shapes;
  }

  Optional<Order> find(StoreId store, String spelled) {
    if (spelled.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    String key = OrderNumber.key(spelled);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    Optional<Order> exact = orders.byKey(store, key);
    if (exact.isPresent()) {
      return exact;
    }
    Map<String, Order> found = new LinkedHashMap<>();
    for (String variant : variants(store, key)) {
      candidates(store, variant).forEach(order -> found.put(order.number(), order));
    }
    return found.size() == 1 ? Optional.of(found.values().iterator().next()) : Optional.empty();
  }

  Optional<Order> byTracking(StoreId store, String trackingNumber) {
    if (trackingNumber.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    String key = OrderNumber.key(trackingNumber);
    return key.isEmpty() ? Optional.empty() : orders.byTracking(store, key);
  }

  List<String> numbersIn(StoreId store, String text) {
    return NumbersInText.find(bounded(text), shapes.of(store));
  }

  List<TrackingNumber> trackingNumbersIn(StoreId store, String text) {
    Map<String, TrackingNumber> found = new LinkedHashMap<>();
    List<TrackingNumber> byPattern = TrackingNumbers.in(text);
    Set<String> keys = TrackingNumbers.candidates(text);
    if (!keys.isEmpty()) {
      orders
          .tracked(store, keys)
          .forEach(own ->
              found.merge(
                  own.key(),
                  new TrackingNumber(own.key(), Set.of(own.carrier())),
                  (a, b) -> new TrackingNumber(a.value(), join(a.carriers(), b.carriers()))));
    }
    byPattern.forEach(number -> found.putIfAbsent(number.value(), number));
    return found.values().stream()
        .filter(number ->
            found.keySet().stream()
                .noneMatch(other ->
                    other.length() > number.value().length() && other.contains(number.value())))
        .sorted(TrackingNumbers.asTheyStandIn(text))
        .limit(TrackingNumbers.MOST)
        .toList();
  }

  private List<Order> candidates(StoreId store, String key) {
    Optional<Order> exact = orders.byKey(store, key);
    if (exact.isPresent()) {
      return List.of(exact.get());
    }
    Optional<OrderNumber.Serial> serial = OrderNumber.of(key).serial();
    if (serial.isEmpty()) {
      return List.of();
    }
    return orders.byDigits(store, serial.get().bare()).stream()
        .filter(order -> fits(serial.get(), OrderNumber.of(order.number()).serial()))
        .toList();
  }

  /// What was left out is no contradiction; what was written must be so.
  private static boolean fits(OrderNumber.Serial asked, Optional<OrderNumber.Serial> number) {
    return number
        .filter(own -> asked.prefix().isEmpty() || asked.prefix().equals(own.prefix()))
        .filter(own -> asked.suffix().isEmpty() || asked.suffix().equals(own.suffix()))
        .isPresent();
  }

  /// The key as it is, without words before the number, and with the letter O read as zero where
  /// the store's own numbers have digits.
  private Set<String> variants(StoreId store, String key) {
    Set<String> variants = new LinkedHashSet<>();
    variants.add(key);
    String bare = key;
    for (int i = 0; i < 3; i++) {
      String rest = bare;
      bare =
          WORDS.stream()
              .filter(rest::startsWith)
              .findFirst()
              .map(word -> rest.substring(word.length()))
              .orElse(rest);
      variants.add(bare);
    }
    if (key.indexOf('O') >= 0) {
      List<NumberShape> known = shapes.of(store);
      for (String written : List.copyOf(variants)) {
        for (NumberShape shape : known) {
          withZeros(written, shape.prefix(), shape.suffix()).ifPresent(variants::add);
          withZeros(written, "", shape.suffix()).ifPresent(variants::add);
        }
      }
    }
    variants.remove("");
    return variants;
  }

  private static Optional<String> withZeros(String key, String prefix, String suffix) {
    if (!key.startsWith(prefix) || !key.endsWith(suffix)) {
      return Optional.empty();
    }
    int end = key.length() - suffix.length();
    if (end <= prefix.length()) {
      return Optional.empty();
    }
    String middle = key.substring(prefix.length(), end);
    boolean digits = middle.chars().allMatch(c -> (c >= '0' && c <= '9') || c == 'O');
    boolean anyDigit = middle.chars().anyMatch(c -> c != 'O');
    return digits && anyDigit
        ? Optional.of(prefix + middle.replace('O', '0') + suffix)
        : Optional.empty();
  }

  private static String bounded(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }

  private static Set<String> join(Set<String> a, Set<String> b) {
    Set<String> all = new LinkedHashSet<>(a);
    all.addAll(b);
    return all;
  }
}
