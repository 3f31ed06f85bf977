package deskhand.triage.writing;

import deskhand.store.Money;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The sentences that the program itself can say in one language (`words/<language>.properties`),
/// and how that language writes dates, times, amounts and lists.
public final class Words {
  private static final List<String> LANGUAGES = List.of("en", "de", "nl", "fr", "es", "it");
  private static final Map<String, Properties> LOADED = new ConcurrentHashMap<>();

  private final Locale locale;
  private final Properties sentences;
  private final Properties queries;
  private final ZoneId zone;
  private final LocalDate today;

  private Words(Locale locale, ZoneId zone, LocalDate today) {
    this.locale = locale;
    this.sentences = loaded("words", locale);
    this.queries = loaded("queries", locale);
    this.zone = zone;
    this.today = today;
  }

  public static boolean speaks(Locale language) {
    return LANGUAGES.contains(language.getLanguage());
  }

  public static List<String> languages() {
    return LANGUAGES;
  }

  /// @throws IllegalArgumentException where the program does not speak that language
  public static Words in(Locale language, ZoneId zone, Instant now) {
    if (!speaks(language)) {
      throw new IllegalArgumentException("no words in " + language);
    }
    return new Words(language, zone, LocalDate.ofInstant(now, zone));
  }

  public LocalDate today() {
    return today;
  }

  ZoneId zone() {
    return zone;
  }

  public Locale locale() {
    return locale;
  }

  /// The sentence of that key with its `{names}` filled in.
  public String say(String key, Map<String, String> values) {
    return fill(key, pattern(key), values);
  }

  /// The sentence of that key as it is written, with its `{names}`.
  public String pattern(String key) {
    return Optional.ofNullable(sentences.getProperty(key))
        .orElseThrow(() ->
            new IllegalArgumentException("no sentence " + key + " in " + locale.getLanguage()));
  }

  /// All keys of sentences.
  public Set<String> keys() {
    return sentences.stringPropertyNames();
  }

  /// What is searched in articles for a state of an order.
  public String query(String key, Map<String, String> values) {
    return fill(key, queries.getProperty(key, ""), values);
  }

  private static String fill(String key, String pattern, Map<String, String> values) {
    StringBuilder said = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      int open = pattern.indexOf('{', at);
      int close = open < 0 ? -1 : pattern.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String name = pattern.substring(open + 1, close);
      String value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException(key + " needs a value for " + name);
      }
      said.append(pattern, at, open).append(value);
      at = close + 1;
    }
    return said.append(pattern.substring(at)).toString();
  }

  public String say(String key) {
    return say(key, Map.of());
  }

  public LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  public String date(Instant at) {
    return date(day(at));
  }

  /// With its year where that is not the current one.
  public String date(LocalDate day) {
    boolean thisYear = day.getYear() == today.getYear();
    String pattern = sentences.getProperty(thisYear ? "date" : "date.year");
    if (locale.getLanguage().equals("en") && locale.getCountry().equals("US")) {
      pattern = thisYear ? "MMMM d" : "MMMM d, yyyy";
    }
    return DateTimeFormatter.ofPattern(pattern, locale).format(day);
  }

  /// With its year, whichever.
  public String dated(LocalDate day) {
    boolean american = locale.getLanguage().equals("en") && locale.getCountry().equals("US");
    String pattern = american ? "MMMM d, yyyy" : sentences.getProperty("date.year");
    return DateTimeFormatter.ofPattern(pattern, locale).format(day);
  }

  public String weekday(LocalDate day) {
    return day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
  }

  public String time(Instant at) {
    return DateTimeFormatter.ofPattern(sentences.getProperty("time"), locale)
        .format(at.atZone(zone));
  }

  public String money(Money money) {
    NumberFormat format = NumberFormat.getCurrencyInstance(home(locale));
    format.setCurrency(money.currency());
    int decimals = Math.max(0, money.currency().getDefaultFractionDigits());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(money.amount()).replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  /// `a, b and c`.
  public String list(List<String> items) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    return String.join(", ", items.subList(0, items.size() - 1))
        + " "
        + sentences.getProperty("list.and")
        + " "
        + items.getLast();
  }

  private static Locale home(Locale language) {
    return switch (language.getLanguage()) {
      case "de" -> Locale.GERMANY;
      case "fr" -> Locale.FRANCE;
      case "it" -> Locale.ITALY;
      case "nl" -> Locale.of("nl", "NL");
      case "es" -> Locale.of("es", "ES");
      default -> Locale.UK;
    };
  }

  private static Properties loaded(String folder, Locale locale) {
    return LOADED.computeIfAbsent(folder + "/" + locale.getLanguage(), Words::load);
  }

  private static Properties load(String file) {
    String name = "/deskhand/triage/" + file + ".properties";
    Properties read = new Properties();
    try (Reader reader =
        new InputStreamReader(
            java.util.Objects.requireNonNull(Words.class.getResourceAsStream(name), name),
            StandardCharsets.UTF_8)) {
      read.load(reader);
      return read;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
