package deskhand.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import deskhand.store.EmailAddress;
import deskhand.store.OpeningHours;
import deskhand.store.Store;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A shop to publish articles for, and questions to it.
public final class TestShop {
  /// A day on which nothing special holds.
  public static final LocalDate DAY = LocalDate.of(2026, 6, 15);

  private TestShop() {}

  public static StoreId newStore(Stores stores) {
    return stores.create(
        new Store.Profile(
            "Test shop",
            "shop.example",
            new EmailAddress("help@shop.example"),
            "NL",
            new Store.Habits(
                ZoneId.of("Europe/Amsterdam"),
                Locale.ENGLISH,
                Currency.getInstance("EUR"),
                new OpeningHours(Map.of(), Set.of()))),
        StoreMode.AUTOMATIC);
  }

  public static Upload markdown(String name, String text) {
    return new Upload(name + ".md", text.getBytes(UTF_8));
  }

  public static Question ask(StoreId store, String text) {
    return new Question(store, text, Locale.ENGLISH, Optional.empty(), DAY, Audience.PUBLIC);
  }

  public static List<String> names(List<Finding> findings) {
    return findings.stream().map(finding -> finding.passage().article().name()).toList();
  }
}
