package deskhand.orders;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What carriers are called, from what shops write.
final class CarrierNames {
  /// Letters and digits, so that a name is no link and no sentence.
  private static final Pattern PLAUSIBLE =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _&+-]{0,39}");

  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("anpost", "An Post"),
          Map.entry("bpost", "bpost"),
          Map.entry("ctt", "CTT"),
          Map.entry("dao", "dao"),
          Map.entry("evri", "Evri"),
          Map.entry("fedex", "FedEx"),
          Map.entry("hermes", "Hermes"),
          Map.entry("inpost", "InPost"),
          Map.entry("postnl", "PostNL"),
          Map.entry("postnord", "PostNord"),
          Map.entry("royalmail", "Royal Mail"));

  private CarrierNames() {}

  static String of(String carrier) {
    String written = carrier.strip();
    if (!PLAUSIBLE.matcher(written).matches() || written.equalsIgnoreCase("other")) {
      return "";
    }
    String key = written.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    String known = KNOWN.get(key);
    if (known != null) {
      return known;
    }
    boolean shopsOwn = !written.equals(written.toLowerCase(Locale.ROOT));
    if (shopsOwn) {
      return written.replace('_', ' ');
    }
    return key.length() <= 3
        ? key.toUpperCase(Locale.ROOT)
        : Arrays.stream(written.split("[ _-]+"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining(" "));
  }
}
