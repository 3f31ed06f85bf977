package deskhand.orders;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tracking numbers in a text: words, or groups of words with one space, dash or dot between them,
/// that fit a carrier's pattern and check digit.
///
/// No claim that such a parcel exists. Payment cards, phone numbers with a plus and amounts are
/// passed over.
final class TrackingNumbers {
  static final int MOST = 20;
  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_NUMBER = 40;
  private static final int SHORTEST_NUMBER = 8;
  private static final int MOST_WORDS = 40;
  private static final int MOST_CANDIDATES = 400;
  private static final int CUE_BEFORE = 90;
  private static final int CUE_AFTER = 40;

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]{1,40}");

  /// Words by which a text speaks of a parcel, in the languages of Europe's shops.
  private static final Pattern CUE =
      Pattern.compile(
          "track|parcel|package|shipment|courier|consignment|waybill|barcode|label"
              + "|sendung|paket|zending|pakket|colis|suivi|livraison|transporteur|envío|envio|seguimiento"
              + "|paquete|spedizione|pacco|tracciamento|encomenda|rastreio|försändelse|forsendelse|przesyłk"
              + "|\\b(?:dhl|dpd|gls|ups|fedex|usps|evri|hermes|yodel|postnl|bpost|colissimo|mondial|inpost"
              + "|amazon|purolator|packeta|amazon)\\b");

  private TrackingNumbers() {}

  static List<TrackingNumber> in(String original) {
    String text = plain(original);
    List<Word> words = words(text);
    Map<String, TrackingNumber> found = new LinkedHashMap<>();
    int i = 0;
    while (i < words.size() && found.size() < MOST) {
      int last = longest(text, words, i, found);
      i = last < 0 ? i + 1 : last + 1;
    }
    return List.copyOf(found.values());
  }

  /// What could be a number of any carrier, whatever its pattern: words and groups of words with a
  /// digit in them, 400 at most.
  static Set<String> candidates(String original) {
    String text = plain(original);
    List<Word> words = words(text);
    Set<String> candidates = new LinkedHashSet<>();
    for (int i = 0; i < words.size(); i++) {
      StringBuilder joined = new StringBuilder();
      for (int j = i; j < words.size() && candidates.size() < MOST_CANDIDATES; j++) {
        if (j > i && !linked(text, words.get(j - 1), words.get(j))) {
          break;
        }
        joined.append(words.get(j).text());
        if (joined.length() > LONGEST_NUMBER) {
          break;
        }
        if (joined.length() >= SHORTEST_NUMBER - 2
            && joined.chars().anyMatch(c -> c >= '0' && c <= '9')) {
          candidates.add(joined.toString().toUpperCase(Locale.ROOT));
        }
      }
    }
    return candidates;
  }

  static Comparator<TrackingNumber> asTheyStandIn(String original) {
    String key = OrderNumber.key(plain(original));
    return Comparator.comparingInt(number -> key.indexOf(number.value()));
  }

  private record Word(String text, int from, int to) {
    boolean digits() {
      return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// Digits, or the short capitals that stand between them, as in `3S LUPA 0018771`.
    boolean mayBePart() {
      return text.chars().anyMatch(c -> c >= '0' && c <= '9')
          || (text.length() <= 6 && text.equals(text.toUpperCase(Locale.ROOT)));
    }
  }

  private static String plain(String original) {
    return OrderNumber.plain(
        original.length() <= LONGEST_TEXT ? original : original.substring(0, LONGEST_TEXT));
  }

  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    for (Matcher each = WORD.matcher(text); each.find(); ) {
      words.add(new Word(each.group(), each.start(), each.end()));
    }
    return words;
  }

  /// Puts the longest number that begins with that word among those found; answers its last word,
  /// or -1.
  private static int longest(
      String text, List<Word> words, int first, Map<String, TrackingNumber> found) {
    StringBuilder joined = new StringBuilder();
    int last = -1;
    TrackingNumber best = null;
    for (int j = first; j < words.size() && j < first + MOST_WORDS; j++) {
      if (j > first
          && (!linked(text, words.get(j - 1), words.get(j)) || !words.get(j).mayBePart())) {
        break;
      }
      joined.append(words.get(j).text());
      if (joined.length() > LONGEST_NUMBER) {
        break;
      }
      String number = joined.toString().toUpperCase(Locale.ROOT);
      Set<String> carriers = carriers(number, new Place(text, words, first, j));
      if (!carriers.isEmpty()) {
        best = new TrackingNumber(number, carriers);
        last = j;
      }
    }
    if (best != null) {
      found.putIfAbsent(best.value(), best);
    }
    return last;
  }

  private static Set<String> carriers(String number, Place place) {
    if (number.length() < SHORTEST_NUMBER || place.isWithinMore()) {
      return Set.of();
    }
    Set<String> carriers = new TreeSet<>();
    for (CarrierFormat format : CarrierFormat.ALL) {
      boolean trusted =
          switch (format.trust()) {
            case SURE -> true;
            case LIKELY -> place.isOneWord() || place.isCued();
            case WEAK -> place.isCued();
          };
      if (trusted && format.fits(number)) {
        carriers.add(format.carrierOf(number));
      }
    }
    return carriers;
  }

  /// Where some words stand.
  private record Place(String text, List<Word> words, int first, int last) {
    boolean isOneWord() {
      return first == last;
    }

    /// Whether a text about a parcel stands around them.
    boolean isCued() {
      int from = Math.max(0, words.get(first).from() - CUE_BEFORE);
      int to = Math.min(text.length(), words.get(last).to() + CUE_AFTER);
      String around =
          text.substring(from, words.get(first).from())
              + " "
              + text.substring(words.get(last).to(), to);
      return CUE.matcher(around.toLowerCase(Locale.ROOT)).find();
    }

    /// Whether they are cut out of a longer row of digits, an amount, a phone number or an address.
    boolean isWithinMore() {
      int from = words.get(first).from();
      int to = words.get(last).to();
      char before = from == 0 ? ' ' : text.charAt(from - 1);
      char after = to == text.length() ? ' ' : text.charAt(to);
      if (before == '+' || before == '@' || after == '@' || "$€£".indexOf(before) >= 0) {
        return true;
      }
      boolean digitsBefore =
          first > 0
              && linked(text, words.get(first - 1), words.get(first))
              && words.get(first - 1).digits()
              && words.get(first).digits();
      boolean digitsAfter =
          last + 1 < words.size()
              && linked(text, words.get(last), words.get(last + 1))
              && words.get(last).digits()
              && words.get(last + 1).digits();
      return digitsBefore || digitsAfter;
    }
  }

  private static boolean linked(String text, Word left, Word right) {
    int gap = right.from() - left.to();
    if (gap < 1 || gap > 3) {
      return false;
    }
    String between = text.substring(left.to(), right.from());
    return (between.isBlank() && between.indexOf('\n') < 0)
        || between.equals("-")
        || between.equals(".");
  }
}
