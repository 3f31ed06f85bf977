package deskhand.server.setup;

import deskhand.server.Audit;
import deskhand.server.Person;
import deskhand.store.EmailAddress;
import deskhand.store.OpeningHours;
import deskhand.store.Store;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Makes a store. It begins in suggest mode: the assistant shows what it would send, and sends
/// nothing. For administrators of everything.
@Controller
@RequestMapping("/stores")
class StoresController {
  private static final int LONGEST = 200;
  private static final List<DayOfWeek> WEEKDAYS =
      List.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY);

  /// Those that some country uses today.
  private static final Set<String> CURRENCIES =
      Arrays.stream(Locale.getISOCountries())
          .map(code -> Optional.ofNullable(Currency.getInstance(Locale.of("", code))))
          .flatMap(Optional::stream)
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private final Stores stores;
  private final Audit audit;

  StoresController(Stores stores, Audit audit) {
    this.stores = stores;
    this.audit = audit;
  }

  /// As typed.
  ///
  /// @param hours of Monday to Friday, such as `09:00-17:00`; empty where nobody says when people
  ///   answer
  record Typed(
      @Nullable String name,
      @Nullable String address,
      @Nullable String country,
      @Nullable String zone,
      @Nullable String language,
      @Nullable String currency,
      @Nullable String hours) {
    static Typed fresh() {
      return new Typed("", "", "IE", "Europe/Dublin", "en", "EUR", "09:00-17:00");
    }
  }

  @GetMapping
  String page(Person me, Model model) {
    show(model, Typed.fresh(), "");
    return "setup/stores";
  }

  private void show(Model model, Typed typed, String said) {
    model.addAttribute("stores", stores.all());
    model.addAttribute("typed", typed);
    model.addAttribute("said", said);
    model.addAttribute("zones", ZoneId.getAvailableZoneIds().stream().sorted().toList());
    model.addAttribute(
        "countries",
        choices(
            Arrays.stream(Locale.getISOCountries()),
            code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH)));
    model.addAttribute(
        "languages",
        choices(
            Arrays.stream(Locale.getISOLanguages()).filter(code -> code.length() == 2),
            code -> Locale.of(code).getDisplayLanguage(Locale.ENGLISH)));
    model.addAttribute(
        "currencies",
        choices(
            CURRENCIES.stream(),
            code -> Currency.getInstance(code).getDisplayName(Locale.ENGLISH) + ", " + code));
  }

  /// A country, language or currency in its list.
  record Choice(String code, String name) {}

  private static List<Choice> choices(Stream<String> codes, UnaryOperator<String> name) {
    return codes
        .map(code -> new Choice(code, name.apply(code)))
        .sorted(Comparator.comparing(Choice::name))
        .toList();
  }

  @PostMapping
  String make(Person me, Typed typed, Model model) {
    try {
      StoreId made = stores.create(profile(typed), StoreMode.SUGGEST);
      audit.note(Optional.of(made), Optional.of(me.id()), Audit.What.STORE_MADE, made.toString());
      return "redirect:/s/" + made + "/admin/mailbox";
    } catch (IllegalArgumentException | DateTimeException wrong) {
      show(model, typed, wrong(typed));
      return "setup/stores";
    }
  }

  /// Which of the fields is not understood, as a message key.
  private static String wrong(Typed typed) {
    if (EmailAddress.parse(text(typed.address())).isEmpty()) {
      return "setup.wrong.address";
    }
    if (!ZoneId.getAvailableZoneIds().contains(text(typed.zone()))) {
      return "setup.wrong.zone";
    }
    return text(typed.hours()).isEmpty() ? "setup.not-understood" : "setup.wrong.hours";
  }

  private static Store.Profile profile(Typed typed) {
    EmailAddress address = new EmailAddress(text(typed.address()));
    OpeningHours hours = OpeningHours.unknown();
    if (!text(typed.hours()).isEmpty()) {
      OpeningHours.Range range = OpeningHours.Range.parse(text(typed.hours()));
      Map<DayOfWeek, List<OpeningHours.Range>> week = new EnumMap<>(DayOfWeek.class);
      WEEKDAYS.forEach(day -> week.put(day, List.of(range)));
      hours = new OpeningHours(week, Set.of());
    }
    String country = text(typed.country());
    if (text(typed.name()).isEmpty() || !Set.of(Locale.getISOCountries()).contains(country)) {
      throw new IllegalArgumentException("a store has a name and a country");
    }
    return new Store.Profile(
        text(typed.name()),
        address.domain(),
        address,
        country,
        new Store.Habits(
            ZoneId.of(text(typed.zone())),
            Locale.forLanguageTag(text(typed.language())),
            Currency.getInstance(text(typed.currency())),
            hours));
  }

  private static String text(@Nullable String typed) {
    String flat = typed == null ? "" : typed.replaceAll("\\p{Cntrl}+", " ").strip();
    return flat.substring(0, Math.min(flat.length(), LONGEST));
  }
}
