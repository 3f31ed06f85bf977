package deskhand.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The `shop.json` of a shop folder: who the store is, and the instant at which all else in the
/// folder is true.
public record ShopFile(Store.Profile profile, Instant now) {
  private static final String NAME = "shop.json";

  /// @throws IllegalArgumentException where it is no shop folder, with a sentence for people
  public static ShopFile in(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(folder + " is no shop folder: it has no " + NAME);
    }
    try {
      JsonNode shop = JsonMapper.shared().readTree(Files.readString(file));
      return new ShopFile(profile(shop), Instant.parse(text(shop, "now")));
    } catch (JacksonException broken) {
      throw new IllegalArgumentException(file + ": " + broken.getOriginalMessage(), broken);
    } catch (IllegalArgumentException | DateTimeException broken) {
      throw new IllegalArgumentException(file + ": " + broken.getMessage(), broken);
    } catch (IOException broken) {
      throw new UncheckedIOException(file + " cannot be read", broken);
    }
  }

  private static Store.Profile profile(JsonNode shop) {
    Map<DayOfWeek, List<OpeningHours.Range>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      List<OpeningHours.Range> ranges = new ArrayList<>();
      shop.path("openingHours")
          .path(day.name().substring(0, 3).toLowerCase(Locale.ROOT))
          .forEach(range -> ranges.add(OpeningHours.Range.parse(range.asString())));
      week.put(day, ranges);
    }
    return new Store.Profile(
        text(shop, "name"),
        text(shop, "domain"),
        new EmailAddress(text(shop, "supportAddress")),
        text(shop, "country"),
        new Store.Habits(
            ZoneId.of(text(shop, "timeZone")),
            Locale.forLanguageTag(text(shop, "locale")),
            Currency.getInstance(text(shop, "currency")),
            new OpeningHours(week, Set.of())));
  }

  private static String text(JsonNode shop, String field) {
    if (!shop.path(field).isString() || shop.path(field).asString().isEmpty()) {
      throw new IllegalArgumentException("there is no \"" + field + "\"");
    }
    return shop.path(field).asString();
  }
}
