package deskhand.triage.writing;

import deskhand.orders.Order;
import deskhand.triage.Case;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes names, addresses, numbers and links out of texts before they leave this machine, and puts
/// them back into what comes in. The same thing has the same placeholder in all texts of one brief.
final class Placeholders {
  private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
  private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)\\S+");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[#+]?[A-Z]{0,4}-?\\d[\\d\\s./()-]{4,}\\d|#[\\w-]*\\d[\\w-]*|\\b[A-Z]{1,4}-\\d{3,}\\b");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\[(?:ORDER|NAME|MAIL|LINK|NUMBER|PLACE)_\\d+]");

  private final Map<String, String> originals = new LinkedHashMap<>();
  private final Map<String, String> known = new LinkedHashMap<>();

  Placeholders(Case given, List<Order> orders) {
    for (Order order : orders) {
      know(order.number(), "ORDER");
      know(order.number().replaceAll("\\D", ""), "ORDER");
      know(order.buyer().name(), "NAME");
      for (String name : order.buyer().name().split("\\s+", -1)) {
        know(name, "NAME");
      }
      order
          .buyer()
          .shippingAddress()
          .ifPresent(address -> {
            know(address.line1(), "PLACE");
            know(address.postcode(), "PLACE");
            know(address.city(), "PLACE");
          });
      order.buyer().phone().ifPresent(phone -> know(phone, "NUMBER"));
    }
    know(given.writer().name(), "NAME");
  }

  private void know(String value, String kind) {
    if (value.strip().length() >= 3) {
      known.putIfAbsent(value.strip(), kind);
    }
  }

  String hide(String text) {
    String hidden = replace(text, LINK, "LINK");
    hidden = replace(hidden, MAIL, "MAIL");
    for (Map.Entry<String, String> one : known.entrySet()) {
      Pattern word =
          Pattern.compile(
              "(?<![\\p{L}\\d_])" + Pattern.quote(one.getKey()) + "(?![\\p{L}\\d])",
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
      hidden = replace(hidden, word, one.getValue());
    }
    return replace(hidden, NUMBER, "NUMBER");
  }

  /// With every placeholder that was given out put back; one that was not stays, and fails the
  /// proof.
  String restore(String text) {
    Matcher found = PLACEHOLDER.matcher(text);
    return found.replaceAll(
        one -> Matcher.quoteReplacement(originals.getOrDefault(one.group(), one.group())));
  }

  private String replace(String text, Pattern pattern, String kind) {
    return pattern
        .matcher(text)
        .replaceAll(found ->
            PLACEHOLDER.matcher(found.group()).find()
                ? Matcher.quoteReplacement(found.group())
                : Matcher.quoteReplacement(placeholder(found.group(), kind)));
  }

  private String placeholder(String value, String kind) {
    for (Map.Entry<String, String> one : originals.entrySet()) {
      if (one.getValue().equals(value)) {
        return one.getKey();
      }
    }
    String name = String.format(Locale.ROOT, "[%s_%d]", kind, originals.size() + 1);
    originals.put(name, value);
    return name;
  }
}
