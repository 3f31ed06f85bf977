package deskhand.triage.proof;

import deskhand.triage.Case;
import deskhand.triage.Evidence;
import deskhand.triage.Reply;
import deskhand.triage.Situation;
import deskhand.triage.articles.Cutoff;
import deskhand.triage.articles.Period;
import deskhand.triage.language.OrderTime;
import deskhand.triage.writing.Strangers;
import deskhand.triage.writing.Words;
import deskhand.triage.writing.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
  private static final List<String> CALCULATED = List.of("until.", "leaves.", "notice.");
  private static final String SUPPOSED = "leaves.supposed.";
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
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
    FactValues facts = new FactValues(evidence, words);
    for (String slot : slots(words.pattern(key))) {
      if (!facts.bears(slot, found.group(slot))) {
        return Optional.of("a " + slot + " that is not in the evidence");
      }
    }
    if (!FactStates.hold(key, facts)) {
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

  /// Works the date out again.
  private Optional<String> calculated(String key, List<Evidence> evidence) {
    if (CALCULATED.stream().noneMatch(key::startsWith)) {
      boolean any = evidence.stream().anyMatch(Evidence.Computed.class::isInstance);
      return any ? Optional.of("something calculated that is a fact") : Optional.empty();
    }
    if (evidence.size() != 1 || !(evidence.getFirst() instanceof Evidence.Computed computed)) {
      return Optional.of("something calculated from nothing");
    }
    boolean right =
        switch (key.substring(0, key.indexOf('.'))) {
          case "notice" -> hours(key, computed);
          case "leaves" ->
              key.startsWith(SUPPOSED) ? supposed(key, computed) : leaving(key, computed);
          default -> period(key, computed);
        };
    return right ? Optional.empty() : Optional.of("something calculated wrongly");
  }

  private boolean hours(String key, Evidence.Computed computed) {
    Optional<Instant> at =
        key.equals("notice.now")
            ? Writer.closing(given)
            : given.store().hours().nextOpening(given.now(), given.store().zone());
    return at.map(Instant::toString).filter(computed.value()::equals).isPresent();
  }

  private boolean leaving(String key, Evidence.Computed computed) {
    Optional<Evidence.FromOrder> start = start(computed);
    List<String> rule = rule(computed);
    if (start.filter(fact -> fact.field().equals("placedAt")).isEmpty() || rule.size() != 1) {
      return false;
    }
    LocalDateTime placed =
        LocalDateTime.ofInstant(Instant.parse(start.get().value()), given.store().zone());
    return isDay(
        key,
        computed,
        Cutoff.in(rule.getFirst())
            .filter(cutoff -> cutoff.spelled().equals(computed.what()))
            .flatMap(cutoff -> cutoff.leaves(placed, given.store().hours().closedDays())));
  }

  /// The time is the one that the message supposes.
  private boolean supposed(String key, Evidence.Computed computed) {
    List<String> rule = rule(computed);
    Optional<OrderTime> time =
        OrderTime.supposedIn(
            Situation.said(given), LocalDateTime.ofInstant(given.now(), given.store().zone()));
    return rule.size() == 1
        && isDay(
            key,
            computed,
            Cutoff.in(rule.getFirst())
                .filter(cutoff -> cutoff.spelled().equals(computed.what()))
                .flatMap(cutoff ->
                    time.flatMap(at -> cutoff.leaves(at, given.store().hours().closedDays()))));
  }

  private boolean isDay(String key, Evidence.Computed computed, Optional<LocalDate> day) {
    return day.filter(one -> one.toString().equals(computed.value()))
        .filter(one -> !one.isBefore(words.today()))
        .filter(one -> key.endsWith(".today") == one.equals(words.today()))
        .isPresent();
  }

  private static Optional<Evidence.FromOrder> start(Evidence.Computed computed) {
    return computed.from().stream()
        .filter(Evidence.FromOrder.class::isInstance)
        .map(Evidence.FromOrder.class::cast)
        .findFirst();
  }

  private static List<String> rule(Evidence.Computed computed) {
    return computed.from().stream()
        .filter(Evidence.FromArticle.class::isInstance)
        .map(Evidence.FromArticle.class::cast)
        .map(Evidence.FromArticle::text)
        .toList();
  }

  private boolean period(String key, Evidence.Computed computed) {
    Optional<Evidence.FromOrder> start = start(computed);
    List<String> rule = rule(computed);
    if (start.isEmpty() || rule.isEmpty() || rule.size() > 2) {
      return false;
    }
    Instant from = Instant.parse(start.get().value());
    for (Period.From anchor : Period.From.values()) {
      Optional<Period> period = Period.in(rule.getFirst(), rule.getLast(), anchor);
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

  static List<String> slots(String pattern) {
    return SLOT.matcher(pattern).results().map(found -> found.group(1)).distinct().toList();
  }

  private static Pattern pattern(String sentence) {
    return pattern("", sentence);
  }

  static Pattern pattern(String flags, String sentence) {
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
