package deskhand.triage.writing;

import deskhand.orders.Order;
import deskhand.orders.Shipment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an order's lines are called in a reply: the shop's own titles, cut and cleaned, for a title
/// is a stranger's text too.
public final class Items {
  private static final Pattern CALLED =
      Pattern.compile("\\(([^()]{4,40})\\)|, (\\p{Lu}[^,()]{3,40})$");
  private static final int LONGEST = 80;
  private static final int MOST = 6;

  private Items() {}

  public static List<String> names(Order order, List<Order.Line> lines) {
    Map<String, Long> alike =
        order.contents().lines().stream()
            .collect(Collectors.groupingBy(line -> clean(line.title()), Collectors.counting()));
    List<String> names = new ArrayList<>();
    for (Order.Line line : lines.stream().limit(MOST).toList()) {
      String title = clean(line.title());
      String variant = clean(line.variant());
      boolean needed = alike.getOrDefault(title, 0L) > 1 && !variant.isEmpty();
      names.add(needed ? title + " (" + variant + ")" : title);
    }
    return names;
  }

  /// What the store calls goods of that sort beside their name: "Jacket, Second Life", "red (Last
  /// Call)".
  public static List<String> called(Order.Line line) {
    return Stream.of(clean(line.title()), clean(line.variant()))
        .flatMap(text -> CALLED.matcher(text).results())
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .toList();
  }

  public static List<Order.Line> in(Order order, Shipment shipment) {
    return order.contents().lines().stream()
        .filter(line -> shipment.parts().stream().anyMatch(part -> part.lineId().equals(line.id())))
        .toList();
  }

  /// The same for a carrier's longer words.
  public static String whole(String text) {
    return Strangers.quotable(text, 2 * LONGEST).orElse("");
  }

  /// Empty where the text is none that may be repeated.
  public static String clean(String text) {
    return Strangers.quotable(text, LONGEST).orElse("");
  }
}
