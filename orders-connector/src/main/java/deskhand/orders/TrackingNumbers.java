package deskhand.orders;

import java.util.ArrayList;
import java.util.BitSet;
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
  private static final int FEWEST_DIGITS = 5;
  private static final int MOST_WORDS = 2_000;
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
              + "|amazon|purolator|packeta)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private TrackingNumbers() {}

  static List<TrackingNumber> in(String original) {
    Text text = Text.of(original);
    Map<String, TrackingNumber> found = new LinkedHashMap<>();
    int i = 0;
    while (i < text.words().size() && found.size() < MOST) {
      int last = longest(text, i, found);
      i = last < 0 ? i + 1 : last + 1;
    }
    return List.copyOf(found.values());
  }

  /// What could be a number of any carrier, whatever its pattern: words and groups of words with a
  /// digit in them, 400 at most.
  static Set<String> candidates(String original) {
    Text text = Text.of(original);
    List<Word> words = text.words();
    Set<String> candidates = new LinkedHashSet<>();
    for (int i = 0; i < words.size(); i++) {
      StringBuilder joined = new StringBuilder();
      for (int j = i; j < words.size() && candidates.size() < MOST_CANDIDATES; j++) {
        if (j > i && !text.linked(j - 1)) {
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
    String key = OrderNumber.key(original);
    return Comparator.comparingInt(number -> key.indexOf(number.value()));
  }

  private record Word(String text, int from, int to) {
    boolean digits() {
      return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    boolean hasDigit() {
      return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    boolean capitals() {
      return text.equals(text.toUpperCase(Locale.ROOT));
    }

    /// Digits, or the few letters that stand beside them, as in `3S LUPA 0018771`.
    boolean mayBePart() {
      return hasDigit() || text.length() <= 2 || (text.length() <= 6 && capitals());
    }
  }

  /// @param cued places near a word about parcels
  private record Text(String plain, List<Word> words, BitSet cued) {
    static Text of(String original) {
      String plain =
          OrderNumber.plain(
              original.length() <= LONGEST_TEXT ? original : original.substring(0, LONGEST_TEXT));
      List<Word> words = new ArrayList<>();
      Matcher word = WORD.matcher(plain);
      while (words.size() < MOST_WORDS && word.find()) {
        words.add(new Word(word.group(), word.start(), word.end()));
      }
      BitSet cued = new BitSet(plain.length());
      for (Matcher cue = CUE.matcher(plain); cue.find(); ) {
        cued.set(Math.max(0, cue.start() - CUE_AFTER), cue.end() + CUE_BEFORE);
      }
      return new Text(plain, words, cued);
    }

    /// Whether one space, dash or dot stands between that word and the next.
    boolean linked(int left) {
      int from = words.get(left).to();
      int gap = words.get(left + 1).from() - from;
      return switch (gap) {
        case 1 -> " -.".indexOf(plain.charAt(from)) >= 0;
        case 2, 3 -> plain.substring(from, from + gap).chars().allMatch(c -> c == ' ');
        default -> false;
      };
    }
  }

  /// Puts the longest number that begins with that word among those found; answers its last word,
  /// or -1.
  private static int longest(Text text, int first, Map<String, TrackingNumber> found) {
    List<Word> words = text.words();
    StringBuilder joined = new StringBuilder();
    int last = -1;
    TrackingNumber best = null;
    for (int j = first; j < words.size() && j < first + LONGEST_NUMBER; j++) {
      if (j > first && (!text.linked(j - 1) || !words.get(j).mayBePart())) {
        break;
      }
      joined.append(words.get(j).text());
      if (joined.length() > LONGEST_NUMBER) {
        break;
      }
      String number = joined.toString().toUpperCase(Locale.ROOT);
      Set<String> carriers = carriers(number, new Place(text, first, j));
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
    long digits = number.chars().filter(c -> c >= '0' && c <= '9').count();
    boolean enough = digits >= (number.length() == SHORTEST_NUMBER ? 1 : FEWEST_DIGITS);
    if (number.length() < SHORTEST_NUMBER || !enough || place.isWithinMore()) {
      return Set.of();
    }
    Set<String> carriers = new TreeSet<>();
    for (CarrierFormat format : CarrierFormat.ALL) {
      boolean trusted =
          switch (format.trust()) {
            case SURE -> place.isOneWord() || place.isWrittenAsANumber() || place.isCued();
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
  private record Place(Text text, int first, int last) {
    boolean isOneWord() {
      return first == last;
    }

    /// Whether what has no digit in it stands in capitals.
    boolean isWrittenAsANumber() {
      return text.words().subList(first, last + 1).stream()
          .allMatch(word -> word.hasDigit() || word.capitals());
    }

    /// Whether a word about parcels stands near.
    boolean isCued() {
      int from = text.words().get(first).from();
      int next = text.cued().nextSetBit(from);
      return next >= 0 && next <= text.words().get(last).to();
    }

    /// Whether they are cut out of a longer row of digits, an amount, a phone number or an address.
    boolean isWithinMore() {
      List<Word> words = text.words();
      int from = words.get(first).from();
      int to = words.get(last).to();
      char before = from == 0 ? ' ' : text.plain().charAt(from - 1);
      char after = to == text.plain().length() ? ' ' : text.plain().charAt(to);
      boolean digitsBefore =
          first > 0
              && words.get(first).digits()
              && words.get(first - 1).digits()
              && text.linked(first - 1);
      boolean digitsAfter =
          last + 1 < words.size()
              && words.get(last).digits()
              && words.get(last + 1).digits()
              && text.linked(last);
      return digitsBefore || digitsAfter || "+@$€£".indexOf(before) >= 0 || after == '@';
    }
  }
}
