package deskhand.triage.articles;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A stretch of time that a sentence of an article grants, and from what it is counted: "30 days
/// after delivery", "within 2 hours after placing the order", "kept for 7 days".
///
/// @param from what the time is counted from
public record Period(int count, Unit unit, From from) {

  public enum Unit {
    MINUTES,
    HOURS,
    DAYS,
    WEEKS,
    MONTHS,
    YEARS
  }

  public enum From {
    DELIVERED,
    PLACED,
    AVAILABLE
  }

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("ten", 10),
          Map.entry("twelve", 12),
          Map.entry("fourteen", 14),
          Map.entry("thirty", 30),
          Map.entry("zwei", 2),
          Map.entry("drei", 3),
          Map.entry("twee", 2),
          Map.entry("drie", 3),
          Map.entry("deux", 2),
          Map.entry("trois", 3));

  private static final String NUMBER =
      "(?<count>\\d{1,3}|one|two|three|four|five|six|seven|ten|twelve|fourteen|thirty|zwei|drei|twee|drie|deux|trois)";
  private static final String UNIT =
      "(?<unit>minutes?|hours?|(?:calendar )?days?|weeks?|months?|years?|minuten?|stunden?|tagen?|wochen?|monaten?|jahren?|uur|uren|dagen?|weken?|maanden?|jaar|jaren|heures?|jours?|semaines?|mois|ans?|années?|horas?|días|semanas|meses|años?|ore|giorni|settimane|mesi|anni)";
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<![\\d.,-])" + NUMBER + "[ -]" + UNIT + "\\b", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern WORKING =
      Pattern.compile(
          "\\b(working|business|werktag\\w*|werkdag\\w*|ouvr\\w+|hábil\\w*|lavorativ\\w*)\\b");
  private static final Pattern DELIVERED =
      Pattern.compile(
          "(after|from|of|since|following|once|day of|date of|upon)\\b.{0,35}\\b(deliver\\w*|receiv\\w*|receipt|arriv\\w*|got|get)|deliver(y|ed) (date|scan|day)|after the scan\\b"
              + "|(nach|ab|seit)\\b.{0,25}\\b(zustell\\w*|liefer\\w*|erhalt\\w*|empfang\\w*|zugestellt)|(na|vanaf|sinds)\\b.{0,25}\\b(bezorg\\w*|lever\\w*|ontvang\\w*)"
              + "|(après|suivant|compter|depuis|de)\\b.{0,25}\\b(livraison|réception)|(desde|después|tras|de)\\b.{0,25}\\b(entrega|recepción)|(dalla|dopo|di)\\b.{0,25}\\b(consegna|ricezione)",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern PLACED =
      Pattern.compile(
          "(after|from|of|since|following)\\b.{0,25}\\b(plac\\w*|order(ing|ed)?\\b|purchas\\w*|buy\\w*|bought|checkout)|(nach|ab)\\b.{0,25}\\b(bestell\\w*|kauf\\w*)|(na|vanaf)\\b.{0,25}\\b(bestel\\w*|plaats\\w*|aankoop)"
              + "|(après|suivant)\\b.{0,25}\\b(commande|achat)|(desde|después|tras)\\b.{0,25}\\b(pedido|compra)|(dall|dopo)\\b.{0,25}\\b(ordine|acquisto)",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern KEPT =
      Pattern.compile(
          "\\b(kept|keeps?|held|holds?|stor(ed|es)|wait(s|ing)?|available|aufbewahrt|bereit|liegt|bewaard|bewaren|klaar|conserv\\w*|gardé\\w*|guard\\w*|custodi\\w*)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);

  /// What the days are counted from, where another sentence grants them: "Day 1 is the day after
  /// delivery", "it starts on the day of delivery".
  private static final Pattern COUNTED =
      Pattern.compile(
          "\\b(day (1|one)|first day|count(ed|s|ing)?|starts?|begins?|runs?|tag 1|zähl\\w*|beginnt|gerechnet|dag 1|tel(t|len)|begint|jour 1|compt\\w*|commence|guaranteed|first (one )?(being|is))\\b[^.]{0,40}\\b(deliver\\w*|receipt|arriv\\w*|zustellung|lieferung|erhalt|bezorging|levering|ontvangst|livraison|réception)"
              + "|\\bday after (the )?(delivery|arrival|receipt) is (the )?(first|day (1|one))\\b",
          Pattern.UNICODE_CHARACTER_CLASS);

  /// The delivery stands before the time, as in the row of a table: "from the day of delivery 4
  /// years".
  private static final Pattern DELIVERED_BEFORE =
      Pattern.compile(
          "\\b(after|from|since|following|nach|ab|seit|na|vanaf|après|dès)\\b[^.,;:]{0,20}\\b(delivery|receipt|arrival|zustellung|lieferung|bezorging|levering|livraison|réception)\\W{0,3}$",
          Pattern.UNICODE_CHARACTER_CLASS);

  /// The same where one sentence grants the time and another says what it is counted from.
  ///
  /// @param counted another sentence of the same passage
  public static Optional<Period> in(String sentence, String counted, From wanted) {
    Optional<Period> alone = in(sentence, wanted);
    if (alone.isPresent() || wanted != From.DELIVERED || !countsFromDelivery(counted)) {
      return alone;
    }
    String low = low(sentence);
    Optional<Period> found = Optional.empty();
    Matcher amount = AMOUNT.matcher(low);
    while (amount.find()) {
      String around = low.substring(amount.end(), Math.min(low.length(), amount.end() + 70));
      Period period = new Period(count(amount.group("count")), unit(amount.group("unit")), wanted);
      boolean other =
          near(PLACED, around) || WORKING.matcher(amount.group()).find() || period.ofHours();
      if (other || (found.isPresent() && !found.get().equals(period))) {
        return Optional.empty();
      }
      found = Optional.of(period);
    }
    return found;
  }

  /// Whether it names several stretches of time.
  public static boolean isSeveral(String sentence) {
    return AMOUNT.matcher(low(sentence)).results().map(MatchResult::group).distinct().count() > 1;
  }

  /// Whether it says that days are counted from the delivery.
  static boolean countsFromDelivery(String sentence) {
    return COUNTED.matcher(low(sentence)).find();
  }

  private static String low(String sentence) {
    return sentence.toLowerCase(Locale.ROOT).replace('\u00a0', ' ');
  }

  /// The period of that sort that the sentence grants; empty where it grants none, or more than
  /// one.
  public static Optional<Period> in(String sentence, From wanted) {
    String low = low(sentence);
    Optional<Period> found = Optional.empty();
    Matcher amount = AMOUNT.matcher(low);
    while (amount.find()) {
      String around = low.substring(amount.end(), Math.min(low.length(), amount.end() + 70));
      String before = low.substring(Math.max(0, amount.start() - 60), amount.start());
      boolean fits =
          switch (wanted) {
            case DELIVERED -> near(DELIVERED, around) || DELIVERED_BEFORE.matcher(before).find();
            case PLACED -> near(PLACED, around);
            case AVAILABLE -> KEPT.matcher(before).find() || KEPT.matcher(around).find();
          };
      String unit = amount.group("unit");
      if (!fits || WORKING.matcher(low.substring(amount.start(), amount.end())).find()) {
        continue;
      }
      Period period = new Period(count(amount.group("count")), unit(unit), wanted);
      if (found.isPresent() && !found.get().equals(period)) {
        return Optional.empty();
      }
      found = Optional.of(period);
    }
    return found;
  }

  /// The anchor follows within a few words, before the next number.
  private static boolean near(Pattern anchor, String after) {
    int next = after.length();
    for (int i = 0; i < after.length(); i++) {
      if (Character.isDigit(after.charAt(i))) {
        next = i;
        break;
      }
    }
    Matcher found = anchor.matcher(after.substring(0, next));
    return found.find() && found.start() <= 25;
  }

  private static int count(String text) {
    return Character.isDigit(text.charAt(0))
        ? Integer.parseInt(text)
        : NUMBERS.getOrDefault(text, 0);
  }

  private static Unit unit(String text) {
    String word = text.replace("calendar ", "");
    if (word.startsWith("min")) {
      return Unit.MINUTES;
    }
    if (word.matches("(hour|stunde|uur|uren|heure|hora|ore).*")) {
      return Unit.HOURS;
    }
    if (word.matches("(week|woche|weken|semaine|semana|settiman).*")) {
      return Unit.WEEKS;
    }
    if (word.matches("(month|monat|maand|mois|meses|mesi).*")) {
      return Unit.MONTHS;
    }
    if (word.matches("(year|jahr|jaar|jaren|ans?$|année|año|anni).*")) {
      return Unit.YEARS;
    }
    return Unit.DAYS;
  }

  public boolean ofHours() {
    return unit == Unit.HOURS || unit == Unit.MINUTES;
  }

  /// The last day, where the day after the first one is day 1.
  public LocalDate until(LocalDate first) {
    return switch (unit) {
      case MINUTES, HOURS -> first;
      case DAYS -> first.plusDays(count);
      case WEEKS -> first.plusWeeks(count);
      case MONTHS -> first.plusMonths(count);
      case YEARS -> first.plusYears(count);
    };
  }

  public Instant until(Instant first) {
    return first.plus(unit == Unit.HOURS ? Duration.ofHours(count) : Duration.ofMinutes(count));
  }

  public String spelled() {
    return count
        + " "
        + unit.name().toLowerCase(Locale.ROOT)
        + " from "
        + from.name().toLowerCase(Locale.ROOT);
  }
}
