package deskhand.triage.orders;

import deskhand.conversations.Proven;
import deskhand.orders.Order;
import deskhand.orders.Orders;
import deskhand.store.EmailAddress;
import deskhand.triage.Case;
import deskhand.triage.Identity;
import deskhand.triage.Understanding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Finds out how far up the identity ladder a writer stands. What a text claims counts for nothing;
/// only the channel's proof, or number, e-mail and postcode that all three match one order.
@Component
public class IdentityLadder {
  private static final int MOST_NUMBERS = 10;
  private static final Pattern DIGITS = Pattern.compile("\\d{3,7}");
  private static final Pattern COUNTRY = Pattern.compile("^[A-Z]{1,3}(?=\\d{3,7}$)");

  private final Orders orders;
  private final IdentityTries tries;

  IdentityLadder(Orders orders, IdentityTries tries) {
    this.orders = orders;
    this.tries = tries;
  }

  public Identity of(Case given, Understanding understanding) {
    Set<String> named = new LinkedHashSet<>(understanding.entities().orderNumbers());
    Map<String, Order> found = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    named.stream()
        .limit(MOST_NUMBERS)
        .forEach(number ->
            orders
                .find(given.store().id(), number)
                .ifPresentOrElse(order -> found.put(number, order), () -> unknown.add(number)));
    understanding.entities().trackingNumbers().stream()
        .limit(MOST_NUMBERS)
        .forEach(tracking ->
            orders
                .byTracking(given.store().id(), tracking)
                .ifPresent(order -> found.putIfAbsent(order.number(), order)));

    List<Order> own = new ArrayList<>();
    Identity.Level level = proven(given, own);
    List<Order> matched =
        found.values().stream()
            .distinct()
            .filter(order -> own.stream().noneMatch(mine -> mine.number().equals(order.number())))
            .filter(order -> matches(given, order, understanding.entities()))
            .toList();
    if (!matched.isEmpty() && own.isEmpty()) {
      level = Identity.Level.MATCHED;
      own.addAll(matched);
    }
    Set<String> postcodes =
        own.stream()
            .flatMap(order -> order.buyer().shippingAddress().stream())
            .map(address -> squash(address.postcode()))
            .filter(postcode -> DIGITS.matcher(postcode).matches())
            .collect(Collectors.toSet());
    List<String> unproven = new ArrayList<>(unknown);
    unproven.removeIf(number -> postcodes.contains(number.replaceAll("\\D", "")));
    found.forEach((number, order) -> {
      if (own.stream().noneMatch(mine -> mine.number().equals(order.number()))) {
        unproven.add(order.number());
      }
    });
    return new Identity(level, own, unproven);
  }

  private Identity.Level proven(Case given, List<Order> own) {
    if (given.writer().proven() == Proven.NOTHING || given.writer().address().isEmpty()) {
      return Identity.Level.UNKNOWN;
    }
    EmailAddress address = given.writer().address().get();
    orders.ofAddress(given.store().id(), address).stream()
        .filter(order -> order.buyer().email().equals(address))
        .forEach(own::add);
    return given.writer().proven() == Proven.ACCOUNT
        ? Identity.Level.ACCOUNT
        : Identity.Level.ADDRESS;
  }

  /// All three in one: nothing tells which of them was wrong.
  private boolean matches(Case given, Order order, Understanding.Entities said) {
    boolean email =
        said.emails().stream()
            .map(EmailAddress::parse)
            .flatMap(java.util.Optional::stream)
            .anyMatch(order.buyer().email()::equals);
    boolean postcode =
        order
            .buyer()
            .shippingAddress()
            .map(address -> squash(address.postcode()))
            .filter(own -> own.length() >= 3)
            .map(own ->
                said.postcodes().stream()
                    .map(IdentityLadder::squash)
                    .filter(text -> !isNumber(text, order))
                    .anyMatch(text -> isSame(text, own)))
            .orElse(false);
    boolean allowed = tries.allowed(given.store().id(), order.number(), given.now());
    return email && postcode && allowed;
  }

  /// The number of the order is no second proof, even where its postcode has the same digits.
  private static boolean isNumber(String said, Order order) {
    return said.equals(squash(order.number())) || said.equals(order.number().replaceAll("\\D", ""));
  }

  /// The same, with or without the letters of the country before the digits: "B-8000".
  private static boolean isSame(String said, String own) {
    return said.equals(own)
        || COUNTRY.matcher(said).replaceFirst("").equals(COUNTRY.matcher(own).replaceFirst(""));
  }

  private static String squash(String text) {
    StringBuilder squashed = new StringBuilder();
    text.toUpperCase(Locale.ROOT)
        .chars()
        .filter(Character::isLetterOrDigit)
        .forEach(squashed::appendCodePoint);
    return squashed.toString();
  }
}
