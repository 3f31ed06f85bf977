package deskhand.orders;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what looks like a store's order numbers in a customer's text.
///
/// With the store's own letters before it, with a `#` or a word such as "order" before it, or alone
/// in the text, a number counts by its length; without any of these only where it lies among the
/// store's numbers and nothing around it says that it is something else ([Surroundings]).
final class NumbersInText {
  private static final int MOST = 20;
  private static final int MOST_WORDS = 500;
  private static final int SHORTEST = 3;
  private static final int SHORTEST_ALONE = 4;

  private static final Pattern DIGITS =
      Pattern.compile("(?<![\\p{L}\\p{N}])(?=[O]{0,4}[0-9])[0-9O]{2,38}(?![\\p{L}\\p{N}])");
  private static final Pattern MIXED =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])[A-Za-z0-9]{1,40}(?:-[A-Za-z0-9]{1,40}){0,6}(?![\\p{L}\\p{N}])");

  private final Surroundings text;
  private final List<Hit> hits = new ArrayList<>();

  private NumbersInText(Surroundings text) {
    this.text = text;
  }

  private record Hit(int from, int to, String number) {}

  static List<String> find(String original, Collection<NumberShape> shapes) {
    NumbersInText search = new NumbersInText(Surroundings.of(original));
    if (shapes.isEmpty()) {
      search.anyAfterACue();
    }
    for (NumberShape shape : shapes) {
      if (shape.hasLetters() || shape.isGrouped()) {
        search.asItIsSpelled(shape);
      }
    }
    List<NumberShape> serial = shapes.stream().filter(NumberShape::serial).toList();
    if (!serial.isEmpty()) {
      search.bareDigits(serial);
    }
    shapes.stream().filter(shape -> !shape.serial()).forEach(search::mixed);
    return search.hits.stream()
        .sorted(Comparator.comparingInt(Hit::from))
        .map(Hit::number)
        .distinct()
        .limit(MOST)
        .toList();
  }

  /// A store whose numbers are not known yet.
  private void anyAfterACue() {
    for (Matcher each = DIGITS.matcher(text.plain()); each.find(); ) {
      if (each.group().length() >= SHORTEST && text.isCued(each.start())) {
        add(each.start(), each.end(), each.group().replace('O', '0'));
      }
    }
  }

  private void asItIsSpelled(NumberShape shape) {
    for (Matcher each = shape.spelling().matcher(text.plain()); each.find(); ) {
      String digits = OrderNumber.key(each.group("digits")).replace('O', '0');
      boolean sure =
          shape.isGrouped() || text.isCued(each.start()) || !shape.looksLikeAWord(each.group());
      if (sure && isFree(each.start(), each.end())) {
        add(each.start(), each.end(), shape.spelled(digits));
      }
    }
  }

  private void bareDigits(List<NumberShape> shapes) {
    int words = 0;
    for (Matcher each = DIGITS.matcher(text.plain()); each.find() && words < MOST_WORDS; words++) {
      String digits = each.group().replace('O', '0');
      if (!isFree(each.start(), each.end()) || digits.length() < SHORTEST) {
        continue;
      }
      boolean plainDigits = each.group().indexOf('O') < 0;
      List<NumberShape> fitting;
      if (text.isCued(each.start()) || text.isAlone(each.start(), each.end())) {
        fitting = shapes.stream().filter(shape -> shape.roughlyFits(digits)).toList();
      } else if (plainDigits && continuesAList(each.start())) {
        fitting = shapes.stream().filter(shape -> shape.fits(digits)).toList();
      } else if (plainDigits
          && digits.length() >= SHORTEST_ALONE
          && !text.isSomethingElse(each.start(), each.end())) {
        fitting = shapes.stream().filter(shape -> shape.isAmong(digits)).toList();
      } else {
        fitting = List.of();
      }
      spelled(digits, fitting).ifPresent(number -> add(each.start(), each.end(), number));
    }
  }

  /// In the store's spelling; bare where the store has several that fit.
  private static Optional<String> spelled(String digits, List<NumberShape> fitting) {
    List<NumberShape> among = fitting.stream().filter(shape -> shape.isAmong(digits)).toList();
    List<String> spellings =
        (among.isEmpty() ? fitting : among)
            .stream().map(shape -> shape.spelled(digits)).distinct().toList();
    return switch (spellings.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(spellings.getFirst());
      default -> Optional.of(digits);
    };
  }

  private void mixed(NumberShape shape) {
    int words = 0;
    for (Matcher each = MIXED.matcher(text.plain()); each.find() && words < MOST_WORDS; words++) {
      String key = OrderNumber.key(each.group());
      if (key.length() != shape.extent().length() || !isFree(each.start(), each.end())) {
        continue;
      }
      boolean letters = key.chars().anyMatch(Character::isLetter);
      boolean digits = key.chars().anyMatch(Character::isDigit);
      boolean capitals = each.group().equals(each.group().toUpperCase(Locale.ROOT));
      if ((text.isCued(each.start()) && (digits || capitals))
          || text.isAlone(each.start(), each.end())
          || (letters && digits && capitals && !CarrierFormat.isSurely(key))) {
        add(each.start(), each.end(), shape.spelled(key));
      }
    }
  }

  private boolean continuesAList(int from) {
    return hits.stream().anyMatch(hit -> text.isList(hit.to(), from));
  }

  private boolean isFree(int from, int to) {
    return hits.stream().noneMatch(hit -> from < hit.to() && hit.from() < to);
  }

  private void add(int from, int to, String number) {
    if (hits.size() < 10 * MOST) {
      hits.add(new Hit(from, to, number));
    }
  }
}
