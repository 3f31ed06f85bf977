package deskhand.server.inbox;

import deskhand.conversations.Conversation;
import deskhand.conversations.Conversations;
import deskhand.server.Texts;
import deskhand.server.Times;
import deskhand.server.Visit;
import deskhand.server.inbox.FactsView.Other;
import deskhand.server.inbox.FactsView.Understood;
import deskhand.triage.Decided;
import deskhand.triage.Decisions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What the program made of a conversation: what was understood and decided, and what else the
/// customer wrote about.
@Component
class Told {
  private static final int MOST_OTHERS = 6;

  private final Conversations conversations;
  private final Decisions decisions;
  private final Texts texts;

  Told(Conversations conversations, Decisions decisions, Texts texts) {
    this.conversations = conversations;
    this.decisions = decisions;
    this.texts = texts;
  }

  /// As the newest decision says, or only what it is about where none was kept.
  Understood understood(Visit visit, Conversation conversation) {
    return decisions.of(visit.id(), conversation.id()).stream()
        .findFirst()
        .map(decided -> understood(decided.what()))
        .orElseGet(
            () -> new Understood(topic(conversation.about().topic()), "", "", -1, List.of(), ""));
  }

  /// The orders that the newest decision was about.
  Set<String> orders(Visit visit, Conversation conversation) {
    return decisions.of(visit.id(), conversation.id()).stream()
        .findFirst()
        .map(decided -> decided.what().orders())
        .orElse(Set.of());
  }

  private Understood understood(Decided.Result result) {
    double confidence = Math.clamp(result.confidence(), 0, 1);
    return new Understood(
        topic(result.intent()),
        String.join(", ", result.further().stream().map(this::topic).toList()),
        texts.of("facts.confidence", String.format(Locale.ROOT, "%.2f", confidence)),
        (int) Math.round(confidence * 100),
        result.reasons(),
        texts.orElse("outcome." + result.outcome(), result.outcome()));
  }

  /// An intent in words.
  String topic(String intent) {
    return intent.isEmpty() ? "" : texts.orElse("topic." + intent, intent.replace('/', ' '));
  }

  /// The customer's other conversations, newest first.
  List<Other> others(Visit visit, Conversation conversation, Times.In times, Place place) {
    return conversations.ofCustomer(visit.id(), conversation.party().customer()).stream()
        .filter(other -> !other.id().equals(conversation.id()))
        .limit(MOST_OTHERS)
        .map(other -> other(visit, other, times, place))
        .toList();
  }

  private Other other(Visit visit, Conversation other, Times.In times, Place place) {
    String subject = other.about().subject();
    return new Other(
        place.opening(other.id()).page(visit),
        subject.isBlank()
            ? texts.of("channel." + other.party().channel().name().toLowerCase(Locale.ROOT))
            : subject,
        times.brief(other.times().lastAt()),
        texts.of("state." + other.handling().state().name().toLowerCase(Locale.ROOT)));
  }
}
