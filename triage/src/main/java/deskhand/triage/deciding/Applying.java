package deskhand.triage.deciding;

import deskhand.conversations.Author;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Conversations;
import deskhand.conversations.Draft;
import deskhand.conversations.Message;
import deskhand.conversations.MessageId;
import deskhand.conversations.OutgoingMessage;
import deskhand.conversations.Purpose;
import deskhand.conversations.Reference;
import deskhand.conversations.SendResult;
import deskhand.conversations.Sentence;
import deskhand.store.Store;
import deskhand.store.StoreMode;
import deskhand.triage.Case;
import deskhand.triage.Decided;
import deskhand.triage.Decision;
import deskhand.triage.Evidence;
import deskhand.triage.Identity;
import deskhand.triage.Reply;
import deskhand.triage.Understanding;
import deskhand.triage.orders.IdentityLadder;
import deskhand.triage.orders.IdentityTries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Carries a decision out, in the caller's transaction: writes it down, gives its text to the door
/// or lays it before the people, and says how the conversation stands.
@Component
class Applying {
  private final Conversations conversations;
  private final DecisionsTable decisions;
  private final IdentityLadder ladder;
  private final IdentityTries tries;

  Applying(
      Conversations conversations,
      DecisionsTable decisions,
      IdentityLadder ladder,
      IdentityTries tries) {
    this.conversations = conversations;
    this.decisions = decisions;
    this.ladder = ladder;
    this.tries = tries;
  }

  /// The assistant is off: every message waits for a person.
  void leaveToPeople(Store store, ConversationId conversation, List<Message> messages) {
    conversations.decided(store.id(), conversation, messages.getLast().id(), "", Set.of());
    conversations.escalate(store.id(), conversation, "the assistant is off");
  }

  /// @param last it was decided often enough: nothing is sent any more
  void apply(
      Case given,
      ConversationId conversation,
      List<Message> messages,
      Decision decision,
      boolean last) {
    Store store = given.store();
    Decision.Basis basis = decision.basis();
    Identity identity = ladder.of(given, basis.understanding());
    long row = write(given, conversation, messages, decision, identity.level());
    identity.unproven().forEach(order -> tries.record(store.id(), order, given.now()));
    conversations.decided(
        store.id(),
        conversation,
        messages.getLast().id(),
        basis.understanding().intent().intent(),
        basis.orders().stream().map(Reference::order).collect(Collectors.toSet()));
    boolean sends = store.mode() == StoreMode.AUTOMATIC && !last;
    switch (decision) {
      case Decision.Answer answer -> say(given, conversation, basis, answer.reply(), row, sends);
      case Decision.Clarification asks -> say(given, conversation, basis, asks.reply(), row, sends);
      case Decision.Suggestion suggestion ->
          propose(given, conversation, suggestion.draft(), basis.reasons());
      case Decision.Escalation escalation -> {
        toPeople(given, conversation, escalation.draft(), basis.reasons());
        if (sends && !escalation.notice().isEmpty()) {
          send(given, conversation, Purpose.NOTICE, escalation.notice(), basis, row);
        }
      }
      case Decision.NoReply _ -> done(given, conversation, basis);
    }
  }

  private void say(
      Case given,
      ConversationId conversation,
      Decision.Basis basis,
      Reply reply,
      long row,
      boolean sends) {
    if (!sends) {
      toPeople(given, conversation, reply, basis.reasons());
      return;
    }
    switch (send(given, conversation, Purpose.REPLY, reply, basis, row)) {
      case SendResult.Queued _, SendResult.Deferred _, SendResult.AlreadyGiven _ ->
          conversations.await(given.store().id(), conversation);
      case SendResult.Refused refused -> {
        List<String> reasons = new ArrayList<>(basis.reasons());
        reasons.add(refused.rule() + ": " + refused.reason());
        toPeople(given, conversation, reply, reasons);
      }
    }
  }

  private SendResult send(
      Case given,
      ConversationId conversation,
      Purpose purpose,
      Reply reply,
      Decision.Basis basis,
      long row) {
    return conversations.send(
        new OutgoingMessage(
            given.store().id(),
            purpose,
            DecisionsTable.key(row),
            new Author.Assistant(),
            new OutgoingMessage.Destination.InConversation(conversation),
            new OutgoingMessage.Content(
                "",
                reply.text(),
                sentences(reply),
                basis.orders().stream().map(Reference::order).collect(Collectors.toSet()))));
  }

  private void toPeople(
      Case given, ConversationId conversation, Reply draft, List<String> reasons) {
    propose(given, conversation, draft, reasons);
    conversations.escalate(given.store().id(), conversation, reason(reasons));
  }

  private void propose(Case given, ConversationId conversation, Reply draft, List<String> reasons) {
    if (draft.isEmpty()) {
      conversations.dropDraft(given.store().id(), conversation);
    } else {
      conversations.propose(
          given.store().id(),
          conversation,
          new Draft(draft.text(), sentences(draft), reasons, given.now()));
    }
  }

  /// Nothing need be done: the conversation does not wait, unless a person has it already.
  private void done(Case given, ConversationId conversation, Decision.Basis basis) {
    if (given.standing().personHasIt() || given.standing().toldAboutPerson()) {
      return;
    }
    Author program = new Author.Program();
    if (basis.understanding().intent().intent().equals("other/spam")) {
      conversations.markSpam(given.store().id(), conversation, program);
    } else {
      conversations.close(given.store().id(), conversation, program);
    }
  }

  /// What kept the assistant from sending: the last word.
  private static String reason(List<String> reasons) {
    String last = reasons.isEmpty() ? "a person has to look" : reasons.getLast();
    return last.length() <= 500 ? last : last.substring(0, 500);
  }

  private long write(
      Case given,
      ConversationId conversation,
      List<Message> messages,
      Decision decision,
      Identity.Level level) {
    Decision.Basis basis = decision.basis();
    Reply text =
        switch (decision) {
          case Decision.Answer answer -> answer.reply();
          case Decision.Clarification asks -> asks.reply();
          case Decision.Suggestion suggestion -> suggestion.draft();
          case Decision.Escalation escalation -> escalation.draft();
          case Decision.NoReply _ -> Reply.nothing();
        };
    List<MessageId> about = messages.stream().map(Message::id).toList();
    Decided.Result result =
        new Decided.Result(
            outcome(decision),
            basis.understanding().intent().intent(),
            basis.confidence(),
            basis.understanding().further().stream().map(Understanding.Guess::intent).toList(),
            basis.reasons(),
            basis.orders());
    Instant now = given.now();
    return decisions.insert(
        given.store().id(),
        conversation,
        new Decided(0, about, result, sentences(text), now),
        new DecisionsTable.Ground(level, facts(text)));
  }

  private static String outcome(Decision decision) {
    return switch (decision) {
      case Decision.Answer _ -> "answer";
      case Decision.Clarification _ -> "clarify";
      case Decision.Suggestion _ -> "suggest";
      case Decision.Escalation _ -> "escalate";
      case Decision.NoReply _ -> "no_reply";
    };
  }

  private static List<Sentence> sentences(Reply reply) {
    return reply.parts().stream()
        .map(part ->
            new Sentence(
                part.text(),
                part.evidence().stream().flatMap(one -> one.sources().stream()).toList()))
        .toList();
  }

  private static List<DecisionsTable.Fact> facts(Reply reply) {
    List<DecisionsTable.Fact> facts = new ArrayList<>();
    reply.parts().forEach(part -> part.evidence().forEach(one -> add(one, facts)));
    return facts.stream().distinct().toList();
  }

  private static void add(Evidence evidence, List<DecisionsTable.Fact> into) {
    switch (evidence) {
      case Evidence.FromOrder field ->
          into.add(new DecisionsTable.Fact(field.order(), field.field(), field.value()));
      case Evidence.Computed computed -> computed.from().forEach(part -> add(part, into));
      case Evidence.FromArticle _, Evidence.Template _ -> {}
    }
  }

  /// The decision behind a message, where it is one of this module's.
  static Optional<Long> decisionOf(OutgoingMessage message) {
    return message.author() instanceof Author.Assistant
        ? DecisionsTable.decisionOf(message.key())
        : Optional.empty();
  }
}
