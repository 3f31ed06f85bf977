package deskhand.triage.proof;

import deskhand.store.Money;
import deskhand.triage.Evidence;
import deskhand.triage.writing.Carriers;
import deskhand.triage.writing.Items;
import deskhand.triage.writing.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The values that the fields named as evidence bear.
record FactValues(List<Evidence> evidence, Words words) {
  private static final Pattern INSTANT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?Z");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private List<Evidence.FromOrder> fields() {
    List<Evidence.FromOrder> fields = new ArrayList<>();
    evidence.forEach(one -> add(one, fields));
    return fields;
  }

  private static void add(Evidence one, List<Evidence.FromOrder> into) {
    switch (one) {
      case Evidence.FromOrder field -> into.add(field);
      case Evidence.Computed computed -> computed.from().forEach(part -> add(part, into));
      case Evidence.FromArticle _, Evidence.Template _ -> {}
    }
  }

  boolean is(String field, String... values) {
    return fields().stream()
        .anyMatch(one -> one.field().equals(field) && List.of(values).contains(one.value()));
  }

  boolean isEnd(String end, String... values) {
    return fields().stream()
        .anyMatch(one -> one.field().endsWith(end) && List.of(values).contains(one.value()));
  }

  boolean has(String field) {
    return fields().stream().anyMatch(one -> one.field().equals(field) && !one.value().isEmpty());
  }

  boolean hasEnd(String end) {
    return fields().stream().anyMatch(one -> one.field().endsWith(end) && !one.value().isEmpty());
  }

  boolean hasStart(String start) {
    return fields().stream()
        .anyMatch(one -> one.field().startsWith(start) && !one.value().isEmpty());
  }

  boolean bears(String slot, String value) {
    return switch (slot) {
      case "order" -> fields().stream().anyMatch(one -> one.order().equals(value));
      case "date" ->
          days().stream()
              .anyMatch(day -> words.date(day).equals(value) || words.dated(day).equals(value));
      case "day" -> days().stream().map(words::weekday).anyMatch(value::equals);
      case "time" -> instants().stream().map(words::time).anyMatch(value::equals);
      case "carrier" -> ended(".carrier").anyMatch(one -> Carriers.named(one).equals(value));
      case "amount" -> ended(".amount").map(this::money).anyMatch(value::equals);
      case "text" -> ended(".description").map(Items::whole).anyMatch(value::equals);
      case "place" -> ended(".location").map(Items::whole).anyMatch(value::equals);
      case "number" -> ended(".trackingNumber").anyMatch(value::equals);
      case "url" -> ended(".trackingUrl").anyMatch(value::equals);
      case "items" -> items(value);
      case "city" ->
          fields().stream()
              .anyMatch(one -> one.field().equals("city") && one.value().equals(value));
      case "subject" -> subject(value);
      default -> false;
    };
  }

  java.util.stream.Stream<String> ended(String end) {
    return fields().stream()
        .filter(one -> one.field().endsWith(end))
        .map(Evidence.FromOrder::value)
        .filter(one -> !one.isEmpty());
  }

  private String money(String value) {
    String[] parts = value.split(" ", -1);
    return words.money(Money.of(parts[0], parts[1]));
  }

  private List<String> values() {
    List<String> values =
        new ArrayList<>(fields().stream().map(Evidence.FromOrder::value).toList());
    evidence.stream()
        .filter(Evidence.Computed.class::isInstance)
        .map(Evidence.Computed.class::cast)
        .forEach(computed -> values.add(computed.value()));
    return values;
  }

  private List<Instant> instants() {
    return values().stream().filter(INSTANT.asMatchPredicate()).map(Instant::parse).toList();
  }

  private List<LocalDate> days() {
    List<LocalDate> days = new ArrayList<>(instants().stream().map(words::day).toList());
    values().stream().filter(DAY.asMatchPredicate()).map(LocalDate::parse).forEach(days::add);
    return days;
  }

  /// Every word of the list is a title's or a variant's.
  private boolean items(String value) {
    String known =
        " "
            + String.join(
                " ",
                fields().stream()
                    .filter(one -> one.field().startsWith("line."))
                    .map(one -> Items.clean(one.value()))
                    .toList())
            + " "
            + words.pattern("list.and")
            + " ";
    String flat = known.replaceAll("[(),]", " ").replaceAll("\\s+", " ");
    for (String word : value.replaceAll("[(),]", " ").strip().split("\\s+", -1)) {
      if (!flat.contains(" " + word + " ")) {
        return false;
      }
    }
    return !value.isBlank();
  }

  private boolean subject(String value) {
    for (String key : List.of("subject.order", "subject.parcel", "subject.one")) {
      Matcher found = FactProof.pattern("(?i)", words.pattern(key)).matcher(value);
      if (found.matches()
          && FactProof.slots(words.pattern(key)).stream()
              .allMatch(slot -> bears(slot, found.group(slot)))) {
        return true;
      }
    }
    return false;
  }
}
