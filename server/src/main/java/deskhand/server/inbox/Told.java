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
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What the program made of a conversation: what was understood and decided, and what else the
/// customer wrote about.
@Component
class Told {
  private static final int MOST_OTHERS = 6;

  private final Conversations conversations;
  private final Decisions decisions;
  private final Corrections corrections;
  private final Texts texts;

  Told(Conversations conversations, Decisions decisions, Corrections corrections, Texts texts) {
    this.conversations = conversations;
    this.decisions = decisions;
    this.corrections = corrections;
    this.texts = texts;
  }

  /// As the newest decision says, as a person corrected it since, or only what it is about where
  /// none was kept.
  Understood understood(Visit visit, Conversation conversation) {
    String topic = conversation.about().topic();
    boolean correctable = corrections.possible(visit, conversation);
    Optional<Decided.Result> result =
        decisions.of(visit.id(), conversation.id()).stream().findFirst().map(Decided::what);
    return new Understood(
        topic(topic.isEmpty() ? result.map(Decided.Result::intent).orElse("") : topic),
        result.map(this::further).orElse(""),
        result.map(found -> said(found, topic)).orElse(FactsView.Said.nothing()),
        result.map(this::why).orElse(FactsView.Why.nothing()),
        correctable);
  }

  private String further(Decided.Result result) {
    return String.join(", ", result.further().stream().map(this::topic).toList());
  }

  private FactsView.Said said(Decided.Result result, String topic) {
    if (!topic.isEmpty() && !topic.equals(result.intent())) {
      return new FactsView.Said(texts.of("facts.corrected", topic(result.intent())), -1);
    }
    int percent = (int) Math.round(Math.clamp(result.confidence(), 0, 1) * 100);
    return new FactsView.Said(texts.of("facts.confidence", percent), percent);
  }

  private FactsView.Why why(Decided.Result result) {
    return new FactsView.Why(
        texts.orElse("outcome." + result.outcome(), result.outcome()), result.reasons());
  }

  /// The orders that the newest decision was about.
  Set<String> orders(Visit visit, Conversation conversation) {
    return decisions.of(visit.id(), conversation.id()).stream()
        .findFirst()
        .map(decided -> decided.what().orders())
        .orElse(Set.of());
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
