package deskhand.server.inbox;

import deskhand.conversations.Sentence;
import deskhand.conversations.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The sources of a text, numbered from 1 in the order in which they appear. Passages of one
/// article, and fields of one order, are one source; words without a fact have none.
final class Numbered {
  private final Map<Subject, Cited> cited = new LinkedHashMap<>();

  /// What a source is, without its details.
  record Subject(String kind, String id, long version) {
    static Subject of(Source source) {
      return new Subject(source.kind(), source.id(), source.version());
    }
  }

  /// A source with everything that was taken from it.
  ///
  /// @param uses the detail (a passage's number, an order's field) with the sentences that rest on
  ///   it
  record Cited(int number, Subject subject, List<Use> uses) {
    /// When the newest of its facts was read; the epoch where that means nothing.
    Instant asOf() {
      return uses.stream()
          .map(use -> use.source().asOf())
          .filter(Objects::nonNull)
          .max(Comparator.naturalOrder())
          .orElse(Instant.EPOCH);
    }
  }

  record Use(Source source, String sentence) {}

  Numbered(List<Sentence> sentences) {
    for (Sentence sentence : sentences) {
      for (Source source : sentence.sources()) {
        if (!source.kind().equals("template")) {
          cited
              .computeIfAbsent(
                  Subject.of(source),
                  subject -> new Cited(cited.size() + 1, subject, new ArrayList<>()))
              .uses()
              .add(new Use(source, sentence.text()));
        }
      }
    }
  }

  List<Cited> all() {
    return List.copyOf(cited.values());
  }

  List<Integer> numbers(Sentence sentence) {
    return sentence.sources().stream()
        .map(source -> cited.get(Subject.of(source)))
        .filter(Objects::nonNull)
        .map(Cited::number)
        .distinct()
        .sorted()
        .toList();
  }
}
