package deskhand.triage.articles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Sentences of a passage that belong together and can be quoted together: a question with its
/// answer, a list with the words that lead to it, a row of a table, or a paragraph.
///
/// @param sort what it is
/// @param members at least one, in the order of the passage
public record Unit(Sort sort, List<PolicyFinder.Candidate> members) {
  public Unit {
    members = List.copyOf(members);
  }

  enum Sort {
    /// The first sentence asks, or speaks as a customer.
    ANSWERED,
    LIST,
    ROW,
    PARAGRAPH
  }

  /// A store never speaks of itself as "I": these words are put into a customer's mouth.
  private static final Pattern CUSTOMER =
      Pattern.compile(
          "\\b(i|i'm|i've|my|me|ich|mein\\w*|mir|mich|ik|mijn|mij|je (n'ai|suis|veux|peux|dois)|j'ai|mon|ma|mes|mi|mis|mio|mia)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final int LONGEST_LEAD = 12;
  private static final int LONGEST_LABEL = 60;

  double score() {
    return members.stream().mapToDouble(PolicyFinder.Candidate::score).max().orElse(0);
  }

  PolicyFinder.Candidate best() {
    return members.stream()
        .max(java.util.Comparator.comparingDouble(PolicyFinder.Candidate::score))
        .orElseThrow();
  }

  PolicyFinder.Candidate first() {
    return members.getFirst();
  }

  String article() {
    return article(first());
  }

  static String article(PolicyFinder.Candidate sentence) {
    return sentence.finding().passage().article().name();
  }

  /// Cuts the sentences of several passages, those of each given in order.
  static List<Unit> ofPassages(List<PolicyFinder.Candidate> candidates) {
    Map<Object, List<PolicyFinder.Candidate>> passages = new LinkedHashMap<>();
    candidates.forEach(one ->
        passages.computeIfAbsent(one.finding().passage(), passage -> new ArrayList<>()).add(one));
    return passages.values().stream().flatMap(passage -> of(passage).stream()).toList();
  }

  /// Cuts the sentences of one passage, given in order.
  static List<Unit> of(List<PolicyFinder.Candidate> passage) {
    List<Unit> units = new ArrayList<>();
    int i = 0;
    while (i < passage.size()) {
      int end = i + 1;
      Sort sort = sort(passage, i);
      while (end < passage.size() && joins(sort, passage, i, end)) {
        end++;
      }
      units.add(new Unit(sort, passage.subList(i, end)));
      i = end;
    }
    return units;
  }

  private static Sort sort(List<PolicyFinder.Candidate> passage, int at) {
    String sentence = passage.get(at).sentence();
    if (leads(sentence)) {
      return Sort.ANSWERED;
    }
    if (!lead(sentence).isEmpty()
        && at + 1 < passage.size()
        && lead(passage.get(at + 1).sentence()).equals(lead(sentence))) {
      return Sort.LIST;
    }
    return isRow(sentence) ? Sort.ROW : Sort.PARAGRAPH;
  }

  private static boolean joins(Sort sort, List<PolicyFinder.Candidate> passage, int start, int at) {
    String sentence = passage.get(at).sentence();
    Sort next = sort(passage, at);
    return switch (sort) {
      case ROW -> false;
      case LIST -> lead(sentence).equals(lead(passage.get(start).sentence()));
      case ANSWERED -> next == Sort.PARAGRAPH || (at == start + 1 && isBare(passage, start));
      case PARAGRAPH -> next == Sort.PARAGRAPH;
    };
  }

  /// A question without an answer in the same sentence.
  private static boolean isBare(List<PolicyFinder.Candidate> passage, int at) {
    return passage.get(at).sentence().strip().endsWith("?");
  }

  /// Whether it asks, or speaks as a customer, so that the answer follows.
  static boolean leads(String sentence) {
    int asked = sentence.indexOf('?');
    if (asked > 0 && sentence.substring(0, asked).indexOf(". ") < 0) {
      return true;
    }
    return sentence.split("\\s+", -1).length <= LONGEST_LEAD
        && CUSTOMER.matcher(sentence.toLowerCase(Locale.ROOT)).find();
  }

  /// Whether nothing of an answer stands in it.
  static boolean isLeadAlone(String sentence) {
    return leads(sentence) && (sentence.strip().endsWith("?") || sentence.indexOf('?') < 0);
  }

  /// The words that an item of a list shares with the others, up to the colon.
  static String lead(String sentence) {
    int colon = sentence.indexOf(": ");
    return colon > 0 ? sentence.substring(0, colon + 1) : "";
  }

  private static boolean isRow(String sentence) {
    return !label(sentence).isEmpty();
  }

  /// What stands before the colon of a row.
  static String label(String sentence) {
    int colon = sentence.indexOf(": ");
    boolean row = colon > 0 && colon <= LONGEST_LABEL && !Cohesion.bounds(sentence);
    return row ? sentence.substring(0, colon) : "";
  }

  /// Items that share their lead as one sentence.
  public static String merged(List<String> items) {
    String lead = lead(items.getFirst());
    if (items.size() < 2
        || lead.isEmpty()
        || !items.stream().allMatch(one -> lead(one).equals(lead))) {
      return String.join(" ", items);
    }
    List<String> rests = new ArrayList<>();
    for (String item : items) {
      rests.add(item.substring(lead.length()).strip().replaceAll("[,;.]+$", ""));
    }
    return lead + " " + String.join("; ", rests) + ".";
  }
}
