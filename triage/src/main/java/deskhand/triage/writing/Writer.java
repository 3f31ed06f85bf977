package deskhand.triage.writing;

import deskhand.conversations.ChannelKind;
import deskhand.store.OpeningHours;
import deskhand.triage.Case;
import deskhand.triage.Evidence;
import deskhand.triage.Identity;
import deskhand.triage.Reply;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes whole replies of parts: greeting, what is to be said, who answered and how to reach a
/// person; and the notice that a person will answer.
public final class Writer {
  private final Case given;
  private final Identity identity;
  private final Words words;

  public Writer(Case given, Identity identity, Words words) {
    this.given = given;
    this.identity = identity;
    this.words = words;
  }

  /// @param paragraphs what each question is answered with
  public Reply reply(List<List<Reply.Part>> paragraphs) {
    List<Reply.Part> parts = new ArrayList<>();
    boolean chat = given.writer().channel() == ChannelKind.CHAT;
    if (!chat) {
      parts.add(greeting());
    }
    for (List<Reply.Part> paragraph : paragraphs) {
      parts.addAll(Parts.paragraph(paragraph));
    }
    if (!chat || given.standing().automaticReplies() == 0) {
      parts.add(Parts.template("\n\n", "template.assistant", words.say("template.assistant")));
    }
    if (!chat) {
      regards().ifPresent(parts::add);
    }
    return new Reply(parts);
  }

  public Reply ask(List<List<Reply.Part>> answered, String template) {
    List<List<Reply.Part>> paragraphs = new ArrayList<>(answered);
    String name = "template." + template;
    paragraphs.add(List.of(Parts.template(" ", name, words.say(name))));
    return reply(paragraphs);
  }

  /// Says once that a person will answer, and when people are there; promises nothing.
  public Reply notice() {
    if (given.standing().toldAboutPerson()) {
      return Reply.nothing();
    }
    List<Reply.Part> parts = new ArrayList<>();
    boolean chat = given.writer().channel() == ChannelKind.CHAT;
    if (!chat) {
      parts.add(greeting());
    }
    parts.add(Parts.template("\n\n", "template.notice", words.say("template.notice")));
    hours().ifPresent(parts::add);
    if (!chat) {
      parts.add(
          Parts.template(
              "\n\n", "template.notice.assistant", words.say("template.notice.assistant")));
      regards().ifPresent(parts::add);
    }
    return new Reply(parts);
  }

  private Reply.Part greeting() {
    Optional<String> name = Optional.empty();
    if (identity.level().compareTo(Identity.Level.ADDRESS) >= 0 && !identity.own().isEmpty()) {
      name = Strangers.firstName(identity.own().getFirst().buyer().name());
    }
    if (name.isEmpty()) {
      name = Strangers.firstName(given.writer().name());
    }
    return name.map(first ->
            Parts.template(
                "", "template.greeting", words.say("template.greeting", Map.of("name", first))))
        .orElseGet(() ->
            Parts.template("", "template.greeting.bare", words.say("template.greeting.bare")));
  }

  private Optional<Reply.Part> regards() {
    String store = given.store().name();
    boolean plain = store.chars().noneMatch(Character::isDigit) && !store.contains("://");
    return plain
        ? Optional.of(
            Parts.template(
                "\n\n", "template.regards", words.say("template.regards", Map.of("store", store))))
        : Optional.empty();
  }

  /// When the store's people are there, where the hours are known.
  private Optional<Reply.Part> hours() {
    OpeningHours hours = given.store().hours();
    if (hours.isOpen(given.now(), given.store().zone())) {
      return closing(given)
          .map(until -> hours("notice.now", Map.of("time", words.time(until)), until));
    }
    return hours
        .nextOpening(given.now(), given.store().zone())
        .map(from ->
            hours(
                "notice.later", Map.of("date", words.date(from), "time", words.time(from)), from));
  }

  private static Reply.Part hours(String key, Words words, Map<String, String> values, Instant at) {
    return new Reply.Part(
        " ",
        words.say(key, values),
        List.of(new Evidence.Computed("opening hours", at.toString(), List.of())));
  }

  private Reply.Part hours(String key, Map<String, String> values, Instant at) {
    return hours(key, words, values, at);
  }

  /// When the store closes today, while it is open.
  public static Optional<Instant> closing(Case given) {
    LocalDateTime local = LocalDateTime.ofInstant(given.now(), given.store().zone());
    LocalDate day = local.toLocalDate();
    return given.store().hours().week().getOrDefault(day.getDayOfWeek(), List.of()).stream()
        .filter(range ->
            !local.toLocalTime().isBefore(range.from()) && local.toLocalTime().isBefore(range.to()))
        .map(range -> day.atTime(range.to()).atZone(given.store().zone()).toInstant())
        .findFirst();
  }
}
