package deskhand.knowledge;

import deskhand.store.StoreId;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// What is asked, and under which circumstances an article must hold.
///
/// @param country of the customer, where it is known; without it articles for certain countries are
///   found too
/// @param on the day whose policies hold: the order's, or today
public record Question(
    StoreId store,
    String text,
    Locale language,
    Optional<String> country,
    LocalDate on,
    Audience audience) {}
