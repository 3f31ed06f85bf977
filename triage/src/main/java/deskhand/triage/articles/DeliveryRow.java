package deskhand.triage.articles;

import deskhand.knowledge.Article;
import deskhand.triage.language.AskKind;
import deskhand.triage.language.Countries;
import deskhand.triage.language.Patterns;
import deskhand.triage.language.Speech;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What delivery to a place costs or how long it takes: a row of a table, an item of a list, or the
/// sentences under a heading that names places.
///
/// @param unit its sentences
/// @param about the places that it is for, as the article names them
record DeliveryRow(Unit unit, String about) {
  private static final int MOST_SENTENCES = 3;

  /// How long a parcel waits to be collected, or what it costs to send something back.
  private static final Patterns KEPT = Patterns.load("tables/kept");

  /// What is late or lost.
  private static final Patterns LATE = Patterns.load("tables/late");

  private static final Patterns DELIVERY = Patterns.load("tables/delivery");

  private static final Patterns FAST = Patterns.load("tables/fast");

  static List<DeliveryRow> of(List<Unit> units) {
    Map<Article.Passage, List<PolicyFinder.Candidate>> passages = new LinkedHashMap<>();
    units.stream()
        .flatMap(unit -> unit.members().stream())
        .forEach(one ->
            passages
                .computeIfAbsent(one.finding().passage(), passage -> new ArrayList<>())
                .add(one));
    List<DeliveryRow> rows = new ArrayList<>();
    passages.forEach((passage, sentences) -> {
      if (isOfDelivery(passage)) {
        rows.addAll(of(passage, sentences));
      }
    });
    return rows;
  }

  private static List<DeliveryRow> of(
      Article.Passage passage, List<PolicyFinder.Candidate> sentences) {
    List<PolicyFinder.Candidate> told =
        sentences.stream()
            .filter(one -> gives(AskKind.MONEY, one) || gives(AskKind.TIME, one))
            .filter(one -> !isOther(one.sentence()))
            .toList();
    List<DeliveryRow> rows =
        told.stream()
            .filter(one -> !Unit.label(one.sentence()).isEmpty())
            .map(one ->
                new DeliveryRow(new Unit(Unit.Sort.ROW, List.of(one)), Unit.label(one.sentence())))
            .toList();
    return rows.isEmpty() ? prose(passage.headings(), told) : rows;
  }

  /// The sentences under a heading that names places; under one of delivery, in an article on one
  /// country, from the sentence on that names it.
  private static List<DeliveryRow> prose(List<String> headings, List<PolicyFinder.Candidate> told) {
    String heading = headings.getLast();
    boolean zone = headings.size() > 1 && Countries.namesPlaces(heading);
    Set<String> country = Countries.named(headings.getFirst());
    List<PolicyFinder.Candidate> meant =
        zone
            ? told
            : told.stream()
                .dropWhile(one ->
                    country.stream()
                        .noneMatch(code -> Countries.named(one.sentence()).contains(code)))
                .toList();
    boolean plain = zone || (country.size() == 1 && DELIVERY.foundIn(heading));
    return plain && !meant.isEmpty()
        ? List.of(
            new DeliveryRow(
                new Unit(Unit.Sort.PARAGRAPH, meant.stream().limit(MOST_SENTENCES).toList()),
                zone ? heading : headings.getFirst()))
        : List.of();
  }

  /// A heading may name delivery and other matters in one.
  private static boolean isOtherMatter(String heading) {
    return LATE.foundIn(heading) || (isOther(heading) && !DELIVERY.foundIn(heading));
  }

  private static boolean isOther(String text) {
    return KEPT.foundIn(text) || LATE.foundIn(text) || Speech.mentionsReturn(text);
  }

  private static boolean gives(AskKind kind, PolicyFinder.Candidate one) {
    return kind.answeredBy(one.sentence());
  }

  boolean gives(AskKind kind) {
    return unit.members().stream().anyMatch(one -> gives(kind, one));
  }

  String text() {
    return unit.members().stream()
        .map(PolicyFinder.Candidate::sentence)
        .collect(Collectors.joining(" "));
  }

  /// Whether it is of a faster service.
  boolean isFast() {
    return FAST.foundIn(text());
  }

  /// Whether it stands among what is said of delivery.
  static boolean isOfDelivery(Article.Passage passage) {
    return passage.headings().stream().anyMatch(DELIVERY::foundIn)
        && passage.headings().stream().noneMatch(DeliveryRow::isOtherMatter);
  }

  Article.Passage passage() {
    return Tables.passage(unit);
  }

  /// How well its places fit; those of its sentence where its label names none.
  double fit(Set<String> wanted) {
    double fit = Countries.fit(wanted, about);
    return fit == 0 && unit.sort() == Unit.Sort.ROW ? Countries.fit(wanted, text()) : fit;
  }

  /// Whether both are of one table, or of one article where each has a heading of its own.
  boolean isBeside(DeliveryRow other) {
    return unit.sort() == Unit.Sort.ROW
        ? other.passage().equals(passage())
        : other.unit().sort() == unit.sort() && other.unit().article().equals(unit.article());
  }

  /// Whether it is of a table with a price in each row, none of which names a place.
  boolean isOfServices(List<DeliveryRow> rows) {
    List<DeliveryRow> table =
        rows.stream().filter(row -> row.passage().equals(passage()) && !row.isFast()).toList();
    return unit.sort() == Unit.Sort.ROW
        && table.size() > 1
        && table.stream()
            .allMatch(row -> row.gives(AskKind.MONEY) && !Countries.namesPlaces(row.about));
  }

  /// A row, or sentences, that begin with the place.
  boolean isNamedFor(Set<String> wanted) {
    return Countries.fit(wanted, about) >= 1;
  }
}
