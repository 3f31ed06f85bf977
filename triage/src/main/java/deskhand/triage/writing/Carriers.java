package deskhand.triage.writing;

import deskhand.orders.Shipment;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How carriers write their own names.
public final class Carriers {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("postnl", "PostNL"),
          Map.entry("bpost", "bpost"),
          Map.entry("anpost", "An Post"),
          Map.entry("an_post", "An Post"),
          Map.entry("swiss_post", "Swiss Post"),
          Map.entry("swisspost", "Swiss Post"),
          Map.entry("colissimo", "Colissimo"),
          Map.entry("mondial_relay", "Mondial Relay"),
          Map.entry("posten", "Posten"),
          Map.entry("postnord", "PostNord"),
          Map.entry("hermes", "Hermes"),
          Map.entry("evri", "Evri"),
          Map.entry("royal_mail", "Royal Mail"),
          Map.entry("royalmail", "Royal Mail"),
          Map.entry("fedex", "FedEx"),
          Map.entry("inpost", "InPost"),
          Map.entry("correos", "Correos"),
          Map.entry("la_poste", "La Poste"),
          Map.entry("deutsche_post", "Deutsche Post"),
          Map.entry("oesterreichische_post", "Österreichische Post"),
          Map.entry("poste_italiane", "Poste Italiane"),
          Map.entry("chronopost", "Chronopost"),
          Map.entry("parcelforce", "Parcelforce"),
          Map.entry("canada_post", "Canada Post"),
          Map.entry("australia_post", "Australia Post"));
  private static final int LONGEST_ABBREVIATION = 4;

  private static final Pattern ANY =
      Pattern.compile(
          "(?<![\\p{L}])("
              + String.join("|", NAMES.values().stream().distinct().map(Pattern::quote).toList())
              + "|DPD|DHL|GLS|UPS|USPS|TNT|DSV|MRW|SEUR|CTT|BRT|SDA)(?![\\p{L}])",
          Pattern.CASE_INSENSITIVE);

  private Carriers() {}

  /// The carriers that a text names, in lower case.
  public static Set<String> in(String text) {
    return ANY.matcher(text)
        .results()
        .map(found -> found.group().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  public static String name(Shipment shipment) {
    return named(shipment.tracking().carrier());
  }

  /// The carrier's own spelling of a name as the shop spells it.
  public static String named(String shops) {
    String written = Items.clean(shops);
    String key = written.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    String known = NAMES.get(key);
    if (known != null) {
      return known;
    }
    if (!written.equals(written.toLowerCase(Locale.ROOT))) {
      return written;
    }
    if (key.length() <= LONGEST_ABBREVIATION) {
      return written.toUpperCase(Locale.ROOT);
    }
    StringBuilder name = new StringBuilder();
    for (String word : key.split("_", -1)) {
      name.append(name.isEmpty() ? "" : " ").append(Parts.upper(word));
    }
    return name.toString();
  }
}
