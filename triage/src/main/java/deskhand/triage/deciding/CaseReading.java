package deskhand.triage.deciding;

import deskhand.conversations.Author;
import deskhand.conversations.Conversation;
import deskhand.conversations.Conversations;
import deskhand.conversations.Entry;
import deskhand.conversations.Message;
import deskhand.conversations.MessageId;
import deskhand.conversations.Proven;
import deskhand.conversations.Purpose;
import deskhand.conversations.Reference;
import deskhand.store.Store;
import deskhand.triage.Case;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Makes a case of a stored conversation.
@Component
class CaseReading {
  private static final int MOST_TURNS = 30;
  private static final int LONGEST_TURN = 4_000;

  private final Conversations conversations;

  CaseReading(Conversations conversations) {
    this.conversations = conversations;
  }

  /// @param messages that are to be decided about, oldest first; at least one
  Case read(Store store, Conversation conversation, List<Message> messages, Instant now) {
    List<MessageId> ids = messages.stream().map(Message::id).toList();
    List<Message> all = conversations.messages(store.id(), conversation.id());
    List<Message> earlier =
        all.stream()
            .filter(message ->
                !ids.contains(message.id()) && message.id().value() < ids.getLast().value())
            .toList();
    return new Case(
        store,
        new Case.Writer(
            conversation.party().channel(),
            conversation.party().address(),
            conversation.party().name(),
            proven(conversation, messages)),
        messages.stream().map(CaseReading::said).toList(),
        history(earlier),
        standing(conversation, earlier),
        now);
  }

  /// The weakest proof of the messages: what one of them did not prove is not proven.
  private static Proven proven(Conversation conversation, List<Message> messages) {
    Proven weakest = conversation.party().proven();
    for (Message message : messages) {
      if (message.entry() instanceof Entry.Incoming incoming
          && incoming.proven().compareTo(weakest) < 0) {
        weakest = incoming.proven();
      }
    }
    return weakest;
  }

  private static Case.Said said(Message message) {
    return new Case.Said(
        message.content().subject(),
        message.content().text().visible(),
        message.content().text().elided(),
        message.content().kind(),
        message.content().files().stream().map(Message.File::filename).toList());
  }

  private static List<Case.Turn> history(List<Message> earlier) {
    List<Case.Turn> turns = new ArrayList<>();
    for (Message message : earlier) {
      if (!message.content().note()) {
        turn(message).ifPresent(by -> turns.add(new Case.Turn(by, cut(message))));
      }
    }
    return turns.subList(Math.max(0, turns.size() - MOST_TURNS), turns.size());
  }

  private static Optional<Case.Turn.By> turn(Message message) {
    return switch (message.author()) {
      case Author.Customer _ -> Optional.of(Case.Turn.By.CUSTOMER);
      case Author.Assistant _ -> Optional.of(Case.Turn.By.ASSISTANT);
      case Author.Agent _ -> Optional.of(Case.Turn.By.AGENT);
      case Author.Flow _ -> Optional.of(Case.Turn.By.FLOW);
      case Author.Program _ -> Optional.empty();
    };
  }

  private static String cut(Message message) {
    String subject = message.content().subject();
    String text = message.content().text().visible();
    String whole = subject.isEmpty() ? text : subject + "\n" + text;
    return whole.length() <= LONGEST_TURN ? whole : whole.substring(0, LONGEST_TURN);
  }

  private static Case.Standing standing(Conversation conversation, List<Message> earlier) {
    boolean told =
        conversation.handling().escalated()
            && earlier.stream().anyMatch(message -> isSent(message, Purpose.NOTICE));
    long replies = earlier.stream().filter(message -> isSent(message, Purpose.REPLY)).count();
    return new Case.Standing(
        conversation.handling().personHasIt(),
        told,
        conversation.about().references().stream()
            .filter(reference -> reference.kind().equals("order"))
            .map(Reference::id)
            .sorted()
            .toList(),
        Math.toIntExact(replies));
  }

  private static boolean isSent(Message message, Purpose purpose) {
    return message.author() instanceof Author.Assistant
        && message.entry() instanceof Entry.Outgoing outgoing
        && outgoing.purpose() == purpose
        && message.delivery().step() != Message.Delivery.Step.REFUSED;
  }
}
