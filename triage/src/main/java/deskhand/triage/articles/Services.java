package deskhand.triage.articles;

import deskhand.triage.language.Countries;
import deskhand.triage.language.Patterns;
import deskhand.triage.language.Speech;
import deskhand.triage.language.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the articles say of other ways to get a parcel than the plain one to the door: of a faster
/// service, of the places where a parcel waits, and of fetching it at the store. All of what is
/// said of it is told, its limits too; nothing where that is too much.
final class Services {
  static final Patterns HELD = Patterns.load("services/held-told");
  static final Patterns READY = Patterns.load("services/ready-told");
  private static final Patterns DELIVERY = Patterns.load("tables/delivery");
  private static final Patterns EXPRESS = Patterns.load("services/express-told");
  private static final Patterns COUNTER = Patterns.load("services/counter-told");
  private static final Patterns POINT = Patterns.load("services/point-asked");
  private static final Patterns UNFETCHED = Patterns.load("services/unfetched-told");

  private static final Pattern SATURDAY =
      Pattern.compile(
          "\\b(sat|saturdays?|sundays?|weekends?|samstags?|sonntags?|zaterdag|zondag|samedi|dimanche|sábado|domingo|sabato|domenica)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern ON_SATURDAY =
      Pattern.compile(
          "\\b(have|get|got|here|there|arrives?|come|deliver\\w*|reach\\w*|do|offer)\\b[^.?!]{0,25}"
              + SATURDAY.pattern()
              + "|\\b(sat|saturday|sunday) (delivery|service)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  /// What a limit of such a service is written with, wherever it stands.
  private static final Pattern FAST =
      Pattern.compile(
          "(?<!american )(?<!paypal )\\b(express|(next|same)[- ]day (delivery|service|shipping)|overnight (delivery|service|shipping)|rush (order|delivery|shipping)|eilversand|spoed\\w*|exprés|urgente)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern LIMITED =
      Pattern.compile(
          "\\b(only|within|nur|innerhalb|alleen|binnen|uniquement|seulement|solo|sólo|soltanto)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  /// What such a place is called everywhere.
  private static final Pattern CALLED =
      Pattern.compile(
          "\\b(pick-?up|collection|drop-?off|parcels?|points?|shops?|places?|locations?|branch|stations?|service|kept|keep|kept for|box)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final int MOST = 5;
  private static final int MOST_WORDS = 90;
  private static final int MOST_PLACES = 3;

  private final PolicyQuestion asked;
  private final ServiceQuestion question;
  private final List<Unit> units;
  private final List<PolicyFinder.Candidate> sentences;

  Services(PolicyQuestion asked, ServiceQuestion question, List<Unit> units) {
    this.asked = asked;
    this.question = question;
    this.units = units;
    this.sentences =
        units.stream()
            .flatMap(unit -> unit.members().stream())
            .filter(one -> isOfDelivery(one.finding().passage().headings()))
            .sorted(
                Comparator.comparing((PolicyFinder.Candidate one) -> Unit.article(one))
                    .thenComparingInt(one -> one.finding().passage().number())
                    .thenComparingInt(PolicyFinder.Candidate::index))
            .toList();
  }

  private static boolean isOfDelivery(List<String> headings) {
    return headings.stream().anyMatch(one -> DELIVERY.foundIn(one) || POINT.foundIn(one))
        && headings.stream()
            .noneMatch(one -> Speech.mentionsReturn(one) || Speech.mentionsRefund(one));
  }

  Optional<Quotes> answer() {
    List<PolicyFinder.Candidate> told =
        switch (question.kind()) {
          case EXPRESS -> express();
          case COUNTER -> counter();
          case POINT -> point();
          case UNFETCHED -> unfetched();
        };
    boolean plain =
        !told.isEmpty()
            && told.size() <= MOST
            && words(told) <= MOST_WORDS
            && question.isAnsweredBy(told)
            && mayHoldThere(told)
            && namesDay(told);
    return plain
        ? Optional.of(Quotes.of(Quotes.By.TABLE, told, "a table: what is said of that service"))
        : Optional.empty();
  }

  /// All under a heading of its own, or else all sentences that name it; what limits it elsewhere;
  /// and until when one may order, where that is the same for all.
  private List<PolicyFinder.Candidate> express() {
    List<PolicyFinder.Candidate> under =
        sentences.stream().filter(one -> EXPRESS.foundIn(heading(one))).toList();
    List<PolicyFinder.Candidate> told =
        new ArrayList<>(
            under.isEmpty()
                ? withTheRest(
                    sentences.stream().filter(one -> EXPRESS.foundIn(one.sentence())).toList())
                : under);
    units.stream()
        .flatMap(unit -> unit.members().stream())
        .filter(one -> FAST.matcher(one.sentence()).find() && Quotes.isDenying(one.sentence()))
        .filter(one -> told.stream().noneMatch(other -> other.quote().equals(one.quote())))
        .forEach(told::add);
    if (!told.isEmpty()
        && question.needs().contains(ServiceQuestion.Need.LATEST)
        && told.stream()
            .noneMatch(one -> ServiceQuestion.isTold(ServiceQuestion.Need.LATEST, one))) {
      List<PolicyFinder.Candidate> hours =
          sentences.stream().filter(one -> Cutoff.in(one.sentence()).isPresent()).toList();
      told.addAll(hours.size() == 1 ? hours : List.of());
    }
    return told;
  }

  /// With what stands between them, and what follows and cannot stand without the one before: "it
  /// cannot be chosen for glasses".
  private List<PolicyFinder.Candidate> withTheRest(List<PolicyFinder.Candidate> named) {
    List<PolicyFinder.Candidate> told = new ArrayList<>();
    for (PolicyFinder.Candidate one : sentences) {
      boolean follows =
          !told.isEmpty()
              && isAfter(told.getLast(), one)
              && (Cohesion.needsTheOneBefore(one.sentence())
                  || named.stream().anyMatch(other -> isAfter(one, other)));
      if (named.contains(one) || (follows && !Quotes.isRow(one.sentence()))) {
        told.add(one);
      }
    }
    return told;
  }

  /// Whether it is the sentence right after the other.
  private static boolean isAfter(PolicyFinder.Candidate one, PolicyFinder.Candidate next) {
    return next.index() == one.index() + 1
        && next.finding().passage().equals(one.finding().passage());
  }

  /// What is said of the store's own place and of something that is asked.
  private List<PolicyFinder.Candidate> counter() {
    return sentences.stream()
        .filter(one -> COUNTER.foundIn(one.sentence()) || COUNTER.foundIn(heading(one)))
        .filter(one -> !UNFETCHED.foundIn(one.sentence()) && !POINT.foundIn(one.sentence()))
        .filter(one ->
            ServiceQuestion.isTold(ServiceQuestion.Need.HELD, one)
                || ServiceQuestion.isTold(ServiceQuestion.Need.READY, one))
        .toList();
  }

  /// The places whose name stands in the question; else those of the country.
  private List<PolicyFinder.Candidate> point() {
    List<PolicyFinder.Candidate> places =
        sentences.stream()
            .filter(one -> POINT.foundIn(one.sentence()) || POINT.foundIn(heading(one)))
            .filter(one -> !COUNTER.foundIn(one.sentence()))
            .filter(one -> ServiceQuestion.isTold(ServiceQuestion.Need.HELD, one))
            .toList();
    int named = places.stream().mapToInt(this::named).max().orElse(0);
    List<PolicyFinder.Candidate> meant =
        places.stream()
            .filter(one -> named(one) == named)
            .filter(one -> named > 0 ? isForNamed(one.sentence()) : fit(one) >= 0)
            .toList();
    double best = meant.stream().mapToDouble(this::fit).max().orElse(0);
    List<PolicyFinder.Candidate> likeliest =
        meant.stream().filter(one -> fit(one) == best).toList();
    boolean known = named > 0 || best > 0 || places.size() == 1;
    return known && likeliest.size() <= MOST_PLACES ? likeliest : List.of();
  }

  /// How many words of the question stand in what the sentence is about.
  private int named(PolicyFinder.Candidate one) {
    Set<String> said = Terms.subject(asked.query(), asked.language());
    String about = CALLED.matcher(one.sentence()).replaceAll(" ");
    return (int)
        Terms.subject(about, asked.language()).stream()
            .filter(term -> said.contains(term) && !HELD.foundIn(term))
            .count();
  }

  private double fit(PolicyFinder.Candidate one) {
    Set<String> wanted = asked.place().wanted();
    Set<String> home = Set.of(asked.store().profile().country());
    return Countries.fit(wanted.isEmpty() ? home : wanted, one.sentence());
  }

  /// The sentence, and what follows of the money.
  private List<PolicyFinder.Candidate> unfetched() {
    List<PolicyFinder.Candidate> first =
        sentences.stream().filter(one -> UNFETCHED.foundIn(one.sentence())).limit(2).toList();
    if (first.size() != 1) {
      return List.of();
    }
    PolicyFinder.Candidate told = first.getFirst();
    return sentences.stream()
        .filter(one -> one.finding().passage().equals(told.finding().passage()))
        .filter(one ->
            one.equals(told)
                || (one.index() == told.index() + 1 && Speech.mentionsRefund(one.sentence()))
                || (one.index() == told.index() + 1 && Cohesion.needsTheOneBefore(one.sentence())))
        .toList();
  }

  /// Whether it is not for other countries alone, unless that is what it says.
  private boolean mayHoldThere(List<PolicyFinder.Candidate> told) {
    String all =
        told.stream().map(PolicyFinder.Candidate::sentence).collect(Collectors.joining("\n"));
    boolean home = asked.place().named().contains(asked.store().profile().country());
    return home || isForNamed(all) || LIMITED.matcher(all).find();
  }

  private boolean isForNamed(String sentence) {
    Set<String> named = asked.place().named();
    return named.isEmpty() || Countries.fit(named, sentence) >= 0;
  }

  /// Whether what is asked is told of the day of the week that is asked for.
  private boolean namesDay(List<PolicyFinder.Candidate> told) {
    List<PolicyFinder.Candidate> naming =
        told.stream().filter(one -> SATURDAY.matcher(one.sentence()).find()).toList();
    return question.kind() != ServiceQuestion.Kind.EXPRESS
        || !ON_SATURDAY.matcher(asked.ask()).find()
        || (!naming.isEmpty() && question.isAnsweredBy(naming));
  }

  private static int words(List<PolicyFinder.Candidate> told) {
    return told.stream().mapToInt(one -> one.sentence().split("\\s+", -1).length).sum();
  }

  /// The heading right above, in small letters; the article's own title is none.
  static String heading(PolicyFinder.Candidate one) {
    List<String> headings = one.finding().passage().headings();
    return headings.size() > 1 ? headings.getLast().toLowerCase(Locale.ROOT) : "";
  }
}
