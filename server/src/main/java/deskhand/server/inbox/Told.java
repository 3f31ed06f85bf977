package deskhand.server.inbox;

import deskhand.conversations.Conversation;
import deskhand.conversations.Conversations;
import deskhand.server.Texts;
import deskhand.server.Times;
import deskhand.server.Visit;
import deskhand.server.inbox.FactsView.Other;
import deskhand.server.inbox.FactsView.Understood;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// What the program made of a conversation: what was understood and decided, and what else the
/// customer wrote about.
@Component
class Told {
  private static final int MOST_OTHERS = 6;

  private final Conversations conversations;
  private final Texts texts;

  Told(Conversations conversations, Texts texts) {
    this.conversations = conversations;
    this.texts = texts;
  }

  Understood understood(Visit visit, Conversation conversation) {
    String topic = conversation.about().topic();
    return topic.isEmpty()
        ? Understood.nothing()
        : new Understood(topic(topic), "", "", -1, List.of(), "");
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
