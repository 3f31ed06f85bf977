package deskhand.triage;

import deskhand.store.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Checks a sentence about an order, a date or the store's hours: it must be one of the program's
/// own sentences ([Words]), each of its values the value of a named field, and the field that says
/// how things stand must say so.
final class FactProof {
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
  private static final Pattern INSTANT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?Z");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Set<String> PARTS_OF_SENTENCES =
      Set.of("date", "date.year", "time", "list.and", "order");

  private final Case given;
  private final Words words;
  private final Map<String, Pattern> sentences = new HashMap<>();

  FactProof(Case given, Words words) {
    this.given = given;
    this.words = words;
    for (String key : words.keys()) {
      if (!PARTS_OF_SENTENCES.contains(key) && !key.startsWith("subject.")) {
        sentences.put(key, pattern(words.pattern(key)));
      }
    }
  }

  Optional<String> fault(Reply.Part part) {
    List<String> why = new ArrayList<>();
    for (Map.Entry<String, Pattern> sentence : sentences.entrySet()) {
      Matcher found = sentence.getValue().matcher(part.text());
      if (found.matches()) {
        Optional<String> fault = fault(sentence.getKey(), found, part.evidence());
        if (fault.isEmpty()) {
          return Optional.empty();
        }
        why.add(fault.get());
      }
    }
    return Optional.of(why.isEmpty() ? "no sentence of this program" : why.getFirst());
  }

  private Optional<String> fault(String key, Matcher found, List<Evidence> evidence) {
    if (key.startsWith("template.")) {
      boolean named =
          evidence.stream()
              .allMatch(
                  one -> one instanceof Evidence.Template template && template.name().equals(key));
      return named && template(key, found)
          ? Optional.empty()
          : Optional.of("a template that is not the one named");
    }
    if (evidence.stream().anyMatch(Evidence.Template.class::isInstance)) {
      return Optional.of("a fact that names a template");
    }
    Facts facts = new Facts(evidence, words);
    for (String slot : slots(words.pattern(key))) {
      if (!facts.bears(slot, found.group(slot))) {
        return Optional.of("a " + slot + " that is not in the evidence");
      }
    }
    if (!stands(key, facts)) {
      return Optional.of("a state that is not in the evidence");
    }
    return calculated(key, evidence);
  }

  private boolean template(String key, Matcher found) {
    for (String slot : slots(words.pattern(key))) {
      String value = found.group(slot);
      boolean right =
          slot.equals("store")
              ? value.equals(given.store().name())
              : Strangers.firstName(value).filter(value::equals).isPresent();
      if (!right) {
        return false;
      }
    }
    return true;
  }

  /// Whether the fields say what the sentence of that key says.
  private static boolean stands(String key, Facts facts) {
    return switch (key) {
      case "unsent" -> facts.is("fulfilment", "UNFULFILLED", "PARTIAL");
      case "hold" -> facts.is("fulfilment", "ON_HOLD");
      case "payment.pending" -> facts.is("payment", "PENDING");
      case "cancelled", "cancelled.undated" ->
          facts.is("fulfilment", "CANCELLED") || facts.has("cancelledAt");
      case "voided" -> facts.is("payment", "VOIDED");
      case "rest", "rest.items" -> facts.is("fulfilment", "PARTIAL", "UNFULFILLED", "ON_HOLD");
      case "parcel.pretransit" -> facts.isEnd(".status", "PRE_TRANSIT");
      case "parcel.noscan", "parcel.noscan.undated" -> facts.isEnd(".events", "0");
      case "parcel.transit" -> facts.isEnd(".status", "IN_TRANSIT", "OUT_FOR_DELIVERY", "UNKNOWN");
      case "parcel.out", "parcel.out.today" -> facts.isEnd(".status", "OUT_FOR_DELIVERY");
      case "parcel.pickup" -> facts.isEnd(".status", "AVAILABLE_FOR_PICKUP");
      case "parcel.delivered", "parcel.delivered.undated" -> facts.isEnd(".status", "DELIVERED");
      case "parcel.delivered.neighbour" ->
          facts.isEnd(".status", "DELIVERED")
              && facts.ended(".description").anyMatch(ParcelWriter::namesNeighbour);
      case "parcel.attempt", "parcel.attempt.undated" -> facts.isEnd(".status", "ATTEMPT_FAILED");
      case "parcel.exception", "parcel.exception.undated" -> facts.isEnd(".status", "EXCEPTION");
      case "parcel.returned", "parcel.returned.undated" -> facts.isEnd(".status", "RETURNED");
      case "parcel.expired" -> facts.isEnd(".status", "EXPIRED", "UNKNOWN");
      case "refund.none" -> facts.is("refunds", "0");
      case "return.none" -> facts.is("returns", "0");
      case "return.requested" -> facts.isEnd(".status", "REQUESTED");
      case "return.approved" -> facts.isEnd(".status", "APPROVED");
      case "return.transit" -> facts.isEnd(".status", "IN_TRANSIT");
      case "return.received" -> facts.isEnd(".status", "RECEIVED");
      case "return.closed" -> facts.isEnd(".status", "CLOSED");
      case "return.declined" -> facts.isEnd(".status", "DECLINED");
      case "finalsale" -> facts.isEnd(".finalSale", "true");
      case "late", "estimate", "estimate.today", "estimate.tomorrow" ->
          facts.hasEnd(".estimatedDelivery");
      case "refund", "refund.method", "refund.bare" -> facts.hasStart("refund.");
      case "parcel.lost", "scan", "scan.place" -> facts.hasEnd(".at");
      case "tracking.number" -> facts.hasEnd(".trackingNumber");
      case "tracking.url" -> facts.hasEnd(".trackingUrl");
      case "base.placed", "base.placed.time" -> facts.has("placedAt");
      case "base.delivered", "base.delivered.last" -> facts.isEnd(".status", "DELIVERED");
      case "base.available" -> facts.isEnd(".status", "AVAILABLE_FOR_PICKUP");
      default -> key.startsWith("until.") || key.startsWith("notice.");
    };
  }

  /// Works the date out again.
  private Optional<String> calculated(String key, List<Evidence> evidence) {
    if (!key.startsWith("until.") && !key.startsWith("notice.")) {
      boolean any = evidence.stream().anyMatch(Evidence.Computed.class::isInstance);
      return any ? Optional.of("something calculated that is a fact") : Optional.empty();
    }
    if (evidence.size() != 1 || !(evidence.getFirst() instanceof Evidence.Computed computed)) {
      return Optional.of("something calculated from nothing");
    }
    boolean right = key.startsWith("notice.") ? hours(key, computed) : period(key, computed);
    return right ? Optional.empty() : Optional.of("something calculated wrongly");
  }

  private boolean hours(String key, Evidence.Computed computed) {
    Optional<Instant> at =
        key.equals("notice.now")
            ? Writer.closing(given)
            : given.store().hours().nextOpening(given.now(), given.store().zone());
    return at.map(Instant::toString).filter(computed.value()::equals).isPresent();
  }

  private boolean period(String key, Evidence.Computed computed) {
    Optional<Evidence.FromOrder> start =
        computed.from().stream()
            .filter(Evidence.FromOrder.class::isInstance)
            .map(Evidence.FromOrder.class::cast)
            .findFirst();
    Optional<Evidence.FromArticle> rule =
        computed.from().stream()
            .filter(Evidence.FromArticle.class::isInstance)
            .map(Evidence.FromArticle.class::cast)
            .findFirst();
    if (start.isEmpty() || rule.isEmpty()) {
      return false;
    }
    Instant from = Instant.parse(start.get().value());
    for (Period.From anchor : Period.From.values()) {
      Optional<Period> period = Period.in(rule.get().text(), anchor);
      if (period.isPresent() && period.get().spelled().equals(computed.what())) {
        String until =
            period.get().ofHours()
                ? period.get().until(from).toString()
                : period.get().until(words.day(from)).toString();
        return until.equals(computed.value()) && tense(key, until);
      }
    }
    return false;
  }

  /// Whether it is over, today, or still to come.
  private boolean tense(String key, String until) {
    if (key.startsWith("until.time.")) {
      return key.equals("until.time.future") == Instant.parse(until).isAfter(given.now());
    }
    int compared = LocalDate.parse(until).compareTo(words.today());
    return switch (key) {
      case "until.future" -> compared > 0;
      case "until.today" -> compared == 0;
      default -> compared < 0;
    };
  }

  /// The values that fields bear.
  private record Facts(List<Evidence> evidence, Words words) {

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
        case "date" -> days().stream().map(words::date).anyMatch(value::equals);
        case "time" -> instants().stream().map(words::time).anyMatch(value::equals);
        case "carrier" -> ended(".carrier").anyMatch(one -> Carriers.named(one).equals(value));
        case "amount" -> ended(".amount").map(this::money).anyMatch(value::equals);
        case "text" -> ended(".description").map(Items::whole).anyMatch(value::equals);
        case "place" -> ended(".location").map(Items::whole).anyMatch(value::equals);
        case "number" -> ended(".trackingNumber").anyMatch(value::equals);
        case "url" -> ended(".trackingUrl").anyMatch(value::equals);
        case "items" -> items(value);
        case "subject" -> subject(value);
        default -> false;
      };
    }

    private java.util.stream.Stream<String> ended(String end) {
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
        Matcher found = pattern("(?i)", words.pattern(key)).matcher(value);
        if (found.matches()
            && slots(words.pattern(key)).stream()
                .allMatch(slot -> bears(slot, found.group(slot)))) {
          return true;
        }
      }
      return false;
    }
  }

  private static List<String> slots(String pattern) {
    return SLOT.matcher(pattern).results().map(found -> found.group(1)).distinct().toList();
  }

  private static Pattern pattern(String sentence) {
    return pattern("", sentence);
  }

  private static Pattern pattern(String flags, String sentence) {
    StringBuilder expression = new StringBuilder(flags);
    Matcher slot = SLOT.matcher(sentence);
    int at = 0;
    Set<String> seen = new java.util.HashSet<>();
    while (slot.find()) {
      expression.append(Pattern.quote(sentence.substring(at, slot.start())));
      String name = slot.group(1);
      expression.append(seen.add(name) ? "(?<" + name + ">.+?)" : "\\k<" + name + ">");
      at = slot.end();
    }
    expression.append(Pattern.quote(sentence.substring(at)));
    return Pattern.compile(expression.toString(), Pattern.DOTALL | Pattern.UNICODE_CASE);
  }
}
