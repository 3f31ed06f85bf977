package deskhand.triage.articles;

import deskhand.triage.language.AskKind;
import deskhand.triage.language.Patterns;
import deskhand.triage.language.Speech;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How long money takes to come back: the store's own days once a return has arrived, and those of
/// a way of payment.
public final class RefundDays {
  private static final Patterns GRANTED = Patterns.load("returns/refund-days");
  private static final Pattern PAYS =
      Pattern.compile(
          "\\b(pay|pays|paid|money|zahlen|überweisen|geld|betalen|versons|payons|pagamos|paghiamo)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern DAYS =
      Pattern.compile(
          "\\b(\\d{1,2}|one|two|three|four|five|six|seven|ten|fourteen)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Patterns WAYS = Patterns.load("tables/payment");

  private RefundDays() {}

  /// The sentence that says within how many days of its arrival a return is paid; empty where none
  /// does, or two say different things.
  public static Optional<Quotes.Quote> afterArrival(List<PolicyFinder.Candidate> candidates) {
    List<PolicyFinder.Candidate> granting =
        candidates.stream()
            .filter(one -> areGranted(one.sentence()))
            .filter(
                one -> PAYS.matcher(one.sentence()).find() || Speech.mentionsRefund(one.sentence()))
            .sorted(Comparator.comparingDouble(PolicyFinder.Candidate::score).reversed())
            .toList();
    return granting.stream().map(one -> days(one.sentence())).distinct().count() == 1
        ? granting.stream().map(PolicyFinder.Candidate::quote).findFirst()
        : Optional.empty();
  }

  public static boolean areGranted(String sentence) {
    return GRANTED.foundIn(sentence);
  }

  /// The rows of the ways of payment that are named.
  static Optional<Quotes> byWay(PolicyQuestion asked, List<Unit> units) {
    Set<Pattern> ways = ways(asked.ask());
    boolean time = AskKind.of(asked.ask()).contains(AskKind.TIME);
    if (ways.isEmpty() || !time || !Speech.mentionsRefund(asked.query())) {
      return Optional.empty();
    }
    List<Unit> rows =
        units.stream()
            .filter(unit -> unit.sort() == Unit.Sort.ROW)
            .filter(unit -> AskKind.TIME.answeredBy(unit.best().sentence()))
            .filter(
                unit -> ways(Unit.label(unit.best().sentence())).stream().anyMatch(ways::contains))
            .filter(unit -> isUnderRefunds(unit.best()))
            .toList();
    boolean one = rows.stream().map(Tables::passage).distinct().count() == 1;
    return one && rows.size() <= ways.size()
        ? Optional.of(Tables.quoted(rows, rows.size(), "the days of that way of payment"))
        : Optional.empty();
  }

  private static boolean isUnderRefunds(PolicyFinder.Candidate one) {
    return one.finding().passage().headings().stream().anyMatch(Speech::mentionsRefund);
  }

  private static Set<Pattern> ways(String text) {
    return WAYS.expressions().stream()
        .filter(way -> way.matcher(text).find())
        .collect(Collectors.toSet());
  }

  private static String days(String sentence) {
    return GRANTED.expressions().stream()
        .flatMap(granted -> granted.matcher(sentence).results())
        .flatMap(found -> DAYS.matcher(found.group()).results())
        .map(MatchResult::group)
        .findFirst()
        .orElse("");
  }
}
