package deskhand.orders;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text in which numbers are looked for, and what stands around them.
///
/// @param plain the text with plain digits and signs, as long as the original
/// @param taken places that belong to dates, times, links, addresses, phone and card numbers
record Surroundings(String plain, BitSet taken) {
  private static final int NEAR = 60;
  private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /// What says that the number of an order follows, at the end of the text before it.
  private static final Pattern CUE =
      Pattern.compile(
          "(?:#\\s?|(?<![\\p{L}\\p{N}])(?:web)?"
              + "(?:orders?|purchase|ord|bestell(?:ung(?:en)?|nummer|nr)|auftrag(?:s?nummer|snr)?"
              + "|bestelling(?:en)?|bestel(?:nummer|nr)|order(?:number|nummer|nr|id)|commandes?|pedidos?|ordin[ei]"
              + "|encomendas?|zam[oó]wieni[ea]|beställning(?:snummer)?|ordre(?:nummer|nr)?|tilaus(?:numero)?|objednávk[ay])"
              + "(?:[\\s-]{1,2}(?:number|numbers|no|nr|num|nummer|numero|número|numéro|numer|n|id|ref|reference|code))?"
              + "(?:\\s(?:is|was|ist|war|lautet|est|es|è|är|er))?"
              + "[\\s.:#°ºª=/'\"(\\-]{0,6})$",
          CASE);

  /// Between numbers of one list: `1042, 1043 and 1050`.
  private static final Pattern LIST =
      Pattern.compile(
          "\\s*(?:[,;&+/]|,?\\s+(?:and|or|und|oder|en|of|et|ou|y|e|o|og|och|i)(?=\\s))?\\s*#?\\s*",
          CASE);

  private static final String MONEY =
      "(?:€|\\$|£|¥|eur|euros?|usd|gbp|chf|fr|dollars?|pounds?|quid|kr|kronor|kroner|sek|dkk|nok|zł|pln|cents?|pence)";

  /// What names another kind of number, at the end of the text before it.
  private static final Pattern OTHER_BEFORE =
      Pattern.compile(
          "(?:"
              + MONEY
              + "\\s?|[+/\\\\_=@&%*]|[\\p{L}\\p{N}]-|\\d[.,:']|\\d\\s"
              + "|(?<!\\p{L})(?:invoice|receipt|factuur|rechnung(?:snummer)?|facture|fattura|factura|customer|kunden(?:nummer|nr)?|klant"
              + "(?:nummer)?|client|article|artikel(?:nummer|nr)?|item|product|model|sku|ean|part|serial|ticket|case|voucher|coupon"
              + "|gift\\s?card|pin|phone|tel|telephone|telefon|telefoon|mobile|mobil|handy|fax|call|whatsapp"
              + "|zip|postcode|post\\s?code|postal(?:\\scode)?|plz|postleitzahl|code\\spostal|iban|bic|vat|btw|account"
              + "|card|january|february|march|april|may|june|july|august|september|october|november|december"
              + "|januar|februar|märz|mai|juni|juli|oktober|dezember|januari|februari|maart|mei|augustus"
              + "|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre"
              + "|since|year|jahr|jaar|année|anno|año|summer|winter|spring|autumn)"
              + "(?:\\s(?:number|no|nr|nummer|id))?(?:\\s(?:is|was|ist|war|est|es|è))?[\\s.:#]{0,3})$",
          CASE);

  /// What says the same at the start of the text after it.
  private static final Pattern OTHER_AFTER =
      Pattern.compile(
          "^(?:[%°_@=*\\\\]|/\\d|[.,:'-]\\d|\\s?"
              + MONEY
              + "(?!\\p{L})"
              + "|\\s?(?:mm|cm|m|km|inch(?:es)?|g|kg|gr|gram(?:s|m)?|ml|cl|l|w|watts?|kw|kwh|k|kelvin|lm|lumens?|v|volts?|mah|hz|px|x"
              + "|h|hrs?|hours?|min|minutes?|mins|secs?|seconds?|days?|weeks?|months?|years?|uhr|stunden|tage|wochen|jahre"
              + "|people|pieces|pcs|stück|stuks|times|miles|steps|followers)(?![\\p{L}\\p{N}]))",
          CASE);

  /// Dutch: four digits and two capitals.
  private static final Pattern DUTCH_POSTCODE = Pattern.compile("^\\s?[A-Z]{2}(?![\\p{L}\\p{N}])");

  private static final Pattern TOWN_AFTER = Pattern.compile("^\\s\\p{Lu}\\p{Ll}{2,}");
  private static final Pattern ADDRESS_BEFORE =
      Pattern.compile("(?:,\\s?|(?<!\\p{L})[A-Z]{2}\\s|\\d\\p{L}?,?\\s{0,2}\\R\\s*)$");

  private static final Pattern TAKEN =
      Pattern.compile(
          "https?://\\S{1,2000}|www\\.\\S{1,2000}"
              + "|[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}.-]{1,200}"
              + "|(?<!\\d)\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}(?!\\d)"
              + "|(?<!\\d)\\d{1,2}:\\d{2}(?::\\d{2})?");

  /// Digits in groups, as phone, card and account numbers are written.
  private static final Pattern GROUPED =
      Pattern.compile(
          "(?:\\+|(?<![\\p{L}\\p{N}]))\\(?\\d{1,14}\\)?(?:[ ./()-]{1,2}\\d{1,14}\\)?){1,8}|\\+\\d{7,15}");

  static Surroundings of(String original) {
    String plain = OrderNumber.plain(original);
    BitSet taken = new BitSet(plain.length());
    StringBuilder rest = new StringBuilder(plain);
    for (Matcher each = TAKEN.matcher(plain); each.find(); ) {
      taken.set(each.start(), each.end());
      for (int i = each.start(); i < each.end(); i++) {
        rest.setCharAt(i, '|');
      }
    }
    for (Matcher each = GROUPED.matcher(rest); each.find(); ) {
      if (isOneLongNumber(each.group())) {
        taken.set(each.start(), each.end());
      }
    }
    return new Surroundings(plain, taken);
  }

  /// A phone number begins with plus or zero and has 7 digits or more; other long numbers have 9 or
  /// more, in groups that are not all of the same length as in a list.
  private static boolean isOneLongNumber(String group) {
    String digits = OrderNumber.key(group);
    boolean phone = (group.startsWith("+") || digits.startsWith("0")) && digits.length() >= 7;
    boolean card = digits.length() >= 13 && digits.length() <= 19 && CheckDigits.luhn(digits);
    long lengths =
        Pattern.compile("\\D+")
            .splitAsStream(group)
            .mapToInt(String::length)
            .filter(n -> n > 0)
            .distinct()
            .count();
    return phone || card || (digits.length() >= 9 && lengths > 1);
  }

  /// Whether a `#` or a word such as "order" stands before that place.
  boolean isCued(int from) {
    return CUE.matcher(before(from)).find();
  }

  /// Whether the text is nothing else.
  boolean isAlone(int from, int to) {
    return plain.substring(0, from).chars().noneMatch(Character::isLetterOrDigit)
        && plain.substring(to).chars().noneMatch(Character::isLetterOrDigit);
  }

  /// Whether the two places are neighbours in a list.
  boolean isList(int end, int from) {
    return end < from && from - end <= 12 && LIST.matcher(plain.substring(end, from)).matches();
  }

  /// Whether what stands there is a year, a price, a measure, a postcode, or part of a date, a
  /// link, an address, a phone number or another long number.
  boolean isSomethingElse(int from, int to) {
    String number = plain.substring(from, to);
    String before = before(from);
    String after = plain.substring(to, Math.min(plain.length(), to + NEAR));
    return taken.get(from)
        || isYear(number)
        || OTHER_BEFORE.matcher(before).find()
        || OTHER_AFTER.matcher(after).find()
        || (number.length() == 4 && DUTCH_POSTCODE.matcher(after).find())
        || (ADDRESS_BEFORE.matcher(before).find() && TOWN_AFTER.matcher(after).find());
  }

  private static boolean isYear(String number) {
    return number.length() == 4 && number.compareTo("1950") >= 0 && number.compareTo("2035") <= 0;
  }

  private String before(int from) {
    return plain.substring(Math.max(0, from - NEAR), from);
  }
}
