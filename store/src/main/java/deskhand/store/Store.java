package deskhand.store;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/// One shop: who it is, where and when it works, and what the assistant may do there.
public record Store(StoreId id, Profile profile, StoreMode mode, boolean stopped) {

  /// What a merchant tells about the shop.
  ///
  /// @param name as customers know it
  /// @param domain of the shop's site, without a scheme
  /// @param supportAddress where customers write to, and replies come from
  /// @param country ISO 3166-1 alpha-2, the shop's own
  public record Profile(
      String name, String domain, EmailAddress supportAddress, String country, Habits habits) {}

  /// How the shop speaks, counts and works.
  public record Habits(ZoneId zone, Locale language, Currency currency, OpeningHours hours) {}

  public String name() {
    return profile.name();
  }

  public ZoneId zone() {
    return profile.habits().zone();
  }

  public OpeningHours hours() {
    return profile.habits().hours();
  }

  public Locale language() {
    return profile.habits().language();
  }
}
