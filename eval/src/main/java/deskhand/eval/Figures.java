package deskhand.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The figures of one measurement, in the order they are printed: the last line of every command.
final class Figures {
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  Figures with(String name, @Nullable Object value) {
    values.put(name, value);
    return this;
  }

  /// A share in percent with one decimal; absent where there is nothing to share.
  Figures percent(String name, double part, double whole) {
    return with(name, whole == 0 ? null : Math.round(1000 * part / whole) / 10.0);
  }

  @Nullable Object get(String name) {
    return values.get(name);
  }

  String json() {
    return JsonLines.JSON.writeValueAsString(values);
  }

  /// For a page: `wrong 3.1, leaks 0`.
  String readable() {
    List<String> parts = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          if (value != null) {
            parts.add(name.replace('_', ' ') + " " + value);
          }
        });
    return String.join(", ", parts);
  }

  void print() {
    System.out.println(json());
  }
}
