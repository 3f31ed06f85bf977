package deskhand.triage.articles;

import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a period is granted for, by the words of the sentence that grants it or of the headings
/// above it.
public enum PeriodSubject {
  RETURN(
      "return|\\b(send|sending|sent|give|giving|bring|come|coming|go|post|mail|ship|hand) .{0,20}\\bback\\b|money[- ]back|change your mind|withdraw|rückgabe|zurück|retour|terug|renvoy|devol|reso|restitu|recesso"),
  GUARANTEE("warrant|guarant|garant|gewähr|covered"),
  CANCELLATION("cancel|stornier|annul|annuleer"),

  /// What the carrier calls delivered is not there.
  NOT_RECEIVED(
      "\\bscan|(mark|show|list|report|say)\\w*( it)?( is| was)?( as)? delivered|delivered,? (but|and) (not|nothing|no)|zugestellt,? aber|bezorgd,? maar|livré,? mais|entregado,? pero|consegnato,? ma\\b"),
  ANYTHING("");

  private static final int MOST_WORDS = 200;
  private static final int SHORTEST_WORD = 4;

  /// The store's own counter keeps what waits there for days of its own.
  private static final Pattern OWN_COUNTER =
      Pattern.compile(
          "\\b(our|unser\\w*|onze?|notre|nuestr\\w+|nostr\\w+) (\\w+ )?(shop|store|studio|showroom|outlet|workshop|warehouse|counter|laden|geschäft|werkstatt|lager|winkel|magazijn|boutique|magasin|atelier|tienda|taller|negozio)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  /// A time to report something is none to return it.
  private static final Pattern REPORT =
      Pattern.compile(
          "\\b(report|scan|missing|not (arrived|received|there)|never (arrived|came)|lost|damaged?|broken|only if|(shipping|postage|delivery (costs?|charges?|fees?))\\b.{0,60}\\brefund\\w*|refund\\w*\\b.{0,60}\\b(shipping|postage|delivery (costs?|charges?|fees?))|melde\\w*|meld|signale\\w*)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  /// Goods of another sort than what is sold as new and in stock.
  private static final String SORTS =
      "vintage|outlet|clearance|refurbished|second-?hand|pre-?(owned|loved)|ex-?display|display (models?|pieces?)|sale (items?|goods)|on trial|trial (period|goods)|made to (order|measure)|personali[sz]ed|gebraucht\\w*|tweedehands|usat[oi]";

  private static final Pattern SORT = words(SORTS);

  /// A rule for some goods alone, by words that set them apart.
  private static final Pattern APART =
      words(
          SORTS
              + "|special cases?|exceptions?|unlike|sonderf(all|älle)|ausnahmen?|uitzondering\\w*|occasions?|excepci\\w+|eccezion\\w*");

  private final Pattern words;

  PeriodSubject(String words) {
    this.words = Pattern.compile(words, Pattern.UNICODE_CHARACTER_CLASS);
  }

  private static Pattern words(String alternatives) {
    return Pattern.compile(
        "\\b(" + alternatives + ")\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  /// @param query the name of what is searched for
  public static PeriodSubject of(String query) {
    return switch (query) {
      case "return" -> RETURN;
      case "warranty" -> GUARANTEE;
      case "cancel" -> CANCELLATION;
      case "report" -> NOT_RECEIVED;
      default -> ANYTHING;
    };
  }

  public boolean isIn(String text) {
    return words.matcher(text.toLowerCase(Locale.ROOT)).find();
  }

  public boolean isOf(PolicyFinder.Candidate candidate) {
    boolean other = this == RETURN && REPORT.matcher(candidate.sentence()).find();
    return !other
        && isIn(
            candidate.sentence()
                + " "
                + String.join(" ", candidate.finding().passage().headings()));
  }

  /// The same for one question: a period that is granted for some goods alone, set apart or under a
  /// heading that denies the rest, is meant only by who sets goods apart too; and of a cancellation
  /// who does so means no other.
  ///
  /// @param about what is asked, with the goods it is asked of
  public boolean isMeant(String about, PolicyFinder.Candidate candidate) {
    boolean set = APART.matcher(candidate.sentence()).find();
    boolean some =
        set || candidate.finding().passage().headings().stream().anyMatch(Quotes::denies);
    boolean asked = APART.matcher(about).find();
    return isOf(candidate)
        && switch (this) {
          case RETURN -> !some || asked;
          case CANCELLATION -> set == asked;
          case GUARANTEE, NOT_RECEIVED, ANYTHING -> true;
        };
  }

  /// Whether a sentence is about goods of another sort than those that are spoken of: vintage ones,
  /// where new ones were bought. Goods may have a name of two words that says their sort: "Second
  /// Hand Heroes".
  public static boolean isOfAnotherSort(String goods, String sentence) {
    return SORT.matcher(sentence).find()
        && !SORT.matcher(goods).find()
        && Collections.disjoint(pairs(goods), pairs(sentence));
  }

  /// Each two words that stand side by side.
  private static Set<String> pairs(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", MOST_WORDS);
    Set<String> pairs = new HashSet<>();
    for (int i = 1; i < words.length; i++) {
      if (words[i - 1].length() >= SHORTEST_WORD && words[i].length() >= SHORTEST_WORD) {
        pairs.add(words[i - 1] + " " + words[i]);
      }
    }
    return pairs;
  }

  public static boolean isOwnCounter(String sentence) {
    return OWN_COUNTER.matcher(sentence).find();
  }
}
