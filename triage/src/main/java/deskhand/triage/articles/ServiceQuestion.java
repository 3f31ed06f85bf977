package deskhand.triage.articles;

import static java.util.Objects.requireNonNull;

import deskhand.triage.language.OrderTime;
import deskhand.triage.language.Patterns;
import deskhand.triage.language.Price;
import deskhand.triage.language.Speech;
import deskhand.triage.language.Terms;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A question for another way to get a parcel than the plain one to the door.
///
/// @param needs what is asked of it; empty where it is asked for as such
public record ServiceQuestion(Kind kind, Set<Need> needs) {
  public ServiceQuestion {
    EnumSet<Need> asked = EnumSet.noneOf(Need.class);
    asked.addAll(needs);
    if (kind != Kind.EXPRESS) {
      asked.remove(Need.LATEST);
    }
    needs = Set.copyOf(asked);
  }

  /// The ways, the one whose words say most first.
  enum Kind {
    /// What happens to what nobody fetched, at a point or a counter.
    UNFETCHED,

    /// A place of a carrier's, where it waits.
    POINT,

    /// The store's own.
    COUNTER,

    /// A faster or dearer carrier.
    EXPRESS
  }

  /// What a sentence must tell.
  enum Need {
    HELD,
    READY,
    LATEST,
    PRICE
  }

  private static final Map<Kind, Patterns> KINDS =
      Patterns.loadAll(Kind.class, "services/", "-asked");
  private static final Map<Need, Patterns> NEEDS =
      Map.of(
          Need.HELD, Patterns.load("services/held-asked"),
          Need.READY, Patterns.load("services/ready-asked"),
          Need.LATEST, Patterns.load("services/latest-asked"));

  private static final Patterns HAD = Patterns.load("services/had");

  /// An hour until which one may order.
  private static final Pattern HOUR =
      Pattern.compile(
          "\\b(before|by|until|till|up to|bis|vor|voor|tot|avant|antes de|prima delle|entro) .{0,12}(\\d{1,2}([:.h]\\d{2}| ?(am|pm|a\\.m|p\\.m|uhr|uur|h)\\b)|noon|midday)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  /// How many days, hours or weeks.
  private static final Pattern LENGTH =
      Pattern.compile(
          "\\b(\\d+|one|two|three|four|five|six|seven|ten|fourteen|a)[ -](\\w+ ){0,2}(day|hour|week|month|tag|stunde|woche|dag|uur|week|jour|heure|semaine|día|hora|semana|giorn|or[ae]|settiman)\\w*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  /// So few words of meaning are about what was named before.
  private static final int FEW_TERMS = 3;

  /// Empty where no such way is asked for. A question that says too little by itself is read with
  /// the one before it.
  public static Optional<ServiceQuestion> in(PolicyQuestion asked) {
    if (HAD.foundIn(asked.ask())) {
      return Optional.empty();
    }
    Set<Need> needs = needs(asked.ask());
    Optional<Kind> own = kind(asked.ask(), asked.query());
    if (own.isPresent()) {
      return own.map(kind -> new ServiceQuestion(kind, needs))
          .filter(question -> question.isPlain(asked.ask()));
    }
    boolean follows =
        needs.contains(Need.HELD)
            || Speech.hangs(asked.ask(), asked.language())
            || Terms.content(asked.ask(), asked.language()).size() <= FEW_TERMS;
    return follows && !needs.isEmpty()
        ? kind(asked.query(), asked.query()).map(kind -> new ServiceQuestion(kind, needs))
        : Optional.empty();
  }

  /// A place is asked for what is done there; a faster service may be asked for as such.
  private boolean isPlain(String ask) {
    boolean places = kind == Kind.POINT || kind == Kind.COUNTER;
    return places ? !needs.isEmpty() : Speech.isQuestion(ask) || !needs.isEmpty();
  }

  /// Whether it asks for places where a parcel waits.
  public boolean isOfPlaces() {
    return kind != Kind.EXPRESS;
  }

  private static Optional<Kind> kind(String ask, String all) {
    return List.of(Kind.values()).stream()
        .filter(kind -> requireNonNull(KINDS.get(kind)).foundIn(ask))
        .filter(kind -> kind != Kind.UNFETCHED || namesPlaces(all))
        .findFirst();
  }

  private static boolean namesPlaces(String text) {
    return requireNonNull(KINDS.get(Kind.POINT)).foundIn(text)
        || requireNonNull(KINDS.get(Kind.COUNTER)).foundIn(text);
  }

  private static Set<Need> needs(String ask) {
    Set<Need> needs = EnumSet.noneOf(Need.class);
    NEEDS.forEach((need, patterns) -> {
      if (patterns.foundIn(ask)) {
        needs.add(need);
      }
    });
    if (needs.contains(Need.HELD)) {
      needs.remove(Need.READY);
    }
    if (Price.isAsked(ask)) {
      needs.add(Need.PRICE);
    }
    if (OrderTime.isSupposed(ask)) {
      needs.add(Need.LATEST);
    }
    return needs;
  }

  /// Whether one of the sentences tells each of what is asked.
  boolean isAnsweredBy(List<PolicyFinder.Candidate> told) {
    return needs.stream().allMatch(need -> told.stream().anyMatch(one -> isTold(need, one)));
  }

  static boolean isTold(Need need, PolicyFinder.Candidate one) {
    String sentence = one.sentence();
    return switch (need) {
      case HELD ->
          LENGTH.matcher(sentence).find()
              && Services.HELD.foundIn(sentence + "\n" + Services.heading(one));
      case READY -> Services.READY.foundIn(sentence);
      case LATEST -> HOUR.matcher(sentence).find();
      case PRICE -> Price.isTold(sentence);
    };
  }
}
