package deskhand.orders;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How some of a store's order numbers look: letters, so many digits, letters; or (not serial) so
/// many letters and digits mixed.
///
/// @param sample such a number as customers see it
record NumberShape(boolean serial, String prefix, String suffix, String sample, Extent extent) {

  /// @param length of the digits, leading zeros counted; of the whole key where it is not serial
  /// @param lowest of the numbers seen; 0 where they are not serial
  record Extent(int length, BigInteger lowest, BigInteger highest) {
    Extent join(Extent other) {
      return new Extent(length, lowest.min(other.lowest), highest.max(other.highest));
    }
  }

  static NumberShape of(String number) {
    OrderNumber parts = OrderNumber.of(number);
    return parts
        .serial()
        .map(serial -> {
          BigInteger value = new BigInteger(serial.digits());
          return new NumberShape(
              true,
              serial.prefix(),
              serial.suffix(),
              number,
              new Extent(serial.digits().length(), value, value));
        })
        .orElseGet(() ->
            new NumberShape(
                false,
                "",
                "",
                number,
                new Extent(parts.key().length(), BigInteger.ZERO, BigInteger.ZERO)));
  }

  /// One shape for all that differ in their extent alone, always in the same order, so that two
  /// transactions lock their rows in the same order.
  static List<NumberShape> joined(Collection<String> numbers) {
    TreeMap<String, NumberShape> joined = new TreeMap<>();
    for (String number : numbers) {
      NumberShape shape = of(number);
      String key =
          shape.serial + "/" + shape.prefix + "/" + shape.suffix + "/" + shape.extent.length();
      joined.merge(key, shape, NumberShape::join);
    }
    return List.copyOf(joined.values());
  }

  private NumberShape join(NumberShape other) {
    return new NumberShape(serial, prefix, suffix, sample, extent.join(other.extent));
  }

  boolean hasLetters() {
    return serial && !(prefix.isEmpty() && suffix.isEmpty());
  }

  /// Whether signs stand between the digits, as in `2024-00123`.
  boolean isGrouped() {
    return serial && groups().size() > 1;
  }

  /// How customers spell such numbers: the letters, a sign or two, about as many digits (the letter
  /// O for zero), the letters; the group `digits` holds the digits.
  Pattern spelling() {
    String digits =
        isGrouped()
            ? groups().stream()
                .map(size -> "[0-9O]{" + size + "}")
                .collect(Collectors.joining("[\\s\\-./]?"))
            : "[0-9O]{" + shortest() + "," + (extent.length() + 1) + "}";
    String before = prefix.isEmpty() ? "" : Pattern.quote(prefix) + "[\\s\\-_./:#]{0,2}";
    String after = suffix.isEmpty() ? "" : "[\\s\\-_./]?" + Pattern.quote(suffix);
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])" + before + "(?<digits>" + digits + ")" + after + "(?![\\p{L}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /// Whether the letters may be a word that happens to stand before a number, as in `so 1042`.
  boolean looksLikeAWord(String written) {
    if (prefix.length() > 4 || prefix.isEmpty()) {
      return false;
    }
    boolean apart = written.length() > prefix.length() && written.charAt(prefix.length()) == ' ';
    boolean capitals = written.substring(0, prefix.length()).equals(prefix);
    return apart && (!capitals || prefix.length() == 1);
  }

  /// As many digits as the store's numbers have; one more where these run over.
  boolean fits(String digits) {
    return digits.length() == extent.length()
        || (digits.length() == extent.length() + 1
            && new BigInteger(digits).compareTo(extent.highest().add(margin())) <= 0);
  }

  /// One digit too few or too many: a slip of somebody who means such a number.
  boolean roughlyFits(String digits) {
    return digits.length() >= shortest() && digits.length() <= extent.length() + 1;
  }

  /// Whether such a number was given already, or will be soon.
  boolean isAmong(String digits) {
    BigInteger value = new BigInteger(digits);
    return fits(digits)
        && value.compareTo(extent.lowest().subtract(margin())) >= 0
        && value.compareTo(extent.highest().add(margin())) <= 0;
  }

  /// The number in the store's own spelling.
  ///
  /// @param key its digits; of a number that is not serial, the whole key
  String spelled(String key) {
    if (!serial) {
      return key.length() == extent.length() ? filled(key, Character::isLetterOrDigit) : key;
    }
    if (isGrouped() && key.length() == extent.length()) {
      return filled(key, Character::isDigit);
    }
    int from = 0;
    while (!Character.isDigit(sample.charAt(from))) {
      from++;
    }
    int to = sample.length();
    while (!Character.isDigit(sample.charAt(to - 1))) {
      to--;
    }
    return sample.substring(0, from) + key + sample.substring(to);
  }

  private String filled(String key, IntPredicate isPlace) {
    StringBuilder spelled = new StringBuilder();
    int next = 0;
    for (int i = 0; i < sample.length(); i++) {
      char c = sample.charAt(i);
      spelled.append(isPlace.test(c) && next < key.length() ? key.charAt(next++) : c);
    }
    return spelled.toString();
  }

  private List<Integer> groups() {
    return Pattern.compile("\\d+")
        .matcher(OrderNumber.plain(sample))
        .results()
        .map(group -> group.group().length())
        .toList();
  }

  private int shortest() {
    return Math.max(3, extent.length() - 1);
  }

  private BigInteger margin() {
    BigInteger tenth = extent.highest().subtract(extent.lowest()).divide(BigInteger.TEN);
    return tenth.max(BigInteger.valueOf(50));
  }
}
