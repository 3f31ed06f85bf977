package deskhand.server.inbox;

import deskhand.conversations.ConversationId;
import deskhand.conversations.Conversations;
import deskhand.conversations.MessageId;
import deskhand.conversations.OutgoingMessage;
import deskhand.conversations.Purpose;
import deskhand.conversations.SendResult;
import deskhand.conversations.Sentence;
import deskhand.server.Audit;
import deskhand.server.InboxSettings;
import deskhand.server.Texts;
import deskhand.server.Times;
import deskhand.server.Visit;
import deskhand.server.inbox.ActsController.Written;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Sends what people write, through the one door.
@Component
class Writing {
  private static final int LONGEST = 50_000;

  private final Conversations conversations;
  private final Audit audit;
  private final Texts texts;
  private final Times times;
  private final InboxSettings settings;

  Writing(
      Conversations conversations, Audit audit, Texts texts, Times times, InboxSettings settings) {
    this.conversations = conversations;
    this.audit = audit;
    this.texts = texts;
    this.times = times;
    this.settings = settings;
  }

  /// Why it was not done, or empty.
  Optional<String> write(Visit visit, ConversationId conversation, Written written) {
    String text = written.text() == null ? "" : written.text().replace("\r\n", "\n").strip();
    if (text.isEmpty()) {
      return Optional.of(texts.of("problem.empty"));
    }
    if (text.length() > LONGEST) {
      return Optional.of(texts.of("problem.too-long", LONGEST));
    }
    if ("note".equals(written.kind())) {
      conversations.note(visit.id(), conversation, visit.author(), text);
      return Optional.empty();
    }
    return send(visit, conversation, written, text);
  }

  private Optional<String> send(
      Visit visit, ConversationId conversation, Written written, String text) {
    List<Sentence> sentences =
        written.draft() == null || written.draft().isEmpty()
            ? List.of()
            : conversations
                .draft(visit.id(), conversation)
                .filter(draft -> draft.at().toString().equals(written.draft()))
                .map(Handed::of)
                .filter(handed -> handed.text().equals(text))
                .map(Handed::sentences)
                .orElse(List.of());
    OutgoingMessage message =
        new OutgoingMessage(
            visit.id(),
            Purpose.REPLY,
            key(visit, conversation, written, text),
            visit.author(),
            new OutgoingMessage.Destination.InConversation(conversation),
            new OutgoingMessage.Content("", text, sentences, Set.of()));
    SendResult result = conversations.sendLater(message, times.now().plus(settings.undo()));
    return switch (result) {
      case SendResult.Queued queued -> Optional.empty();
      case SendResult.Deferred deferred -> Optional.empty();
      case SendResult.AlreadyGiven already -> Optional.empty();
      case SendResult.Refused refused ->
          Optional.of(texts.of("problem.refused", refused.rule(), refused.reason()));
    };
  }

  /// The same for the same words of the same person to the same last line: pressing twice sends
  /// once.
  private static String key(
      Visit visit, ConversationId conversation, Written written, String text) {
    long last = written.last() == null ? 0 : written.last();
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "agent-"
          + visit.agent().value()
          + "-"
          + conversation
          + "-"
          + last
          + "-"
          + HexFormat.of().formatHex(sum, 0, 12);
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException("this Java cannot hash", broken);
    }
  }

  /// What a person decided about a message that hangs: send it again, leave it, take it back.
  Optional<String> decide(Visit visit, ConversationId conversation, MessageId message, String act) {
    boolean theirs =
        conversations.messages(visit.id(), conversation).stream()
            .anyMatch(known -> known.id().equals(message));
    if (!theirs) {
      return Optional.of(texts.of("problem.gone"));
    }
    boolean done =
        switch (act) {
          case "take-back" -> conversations.takeBack(visit.id(), message, visit.author());
          case "again" -> conversations.sendAgain(visit.id(), message, visit.author());
          case "leave" -> conversations.leave(visit.id(), message, visit.author());
          default -> conversations.confirmSent(visit.id(), message, visit.author());
        };
    if (!done) {
      return Optional.of(texts.of("take-back".equals(act) ? "problem.too-late" : "problem.gone"));
    }
    if (!"take-back".equals(act)) {
      audit.note(visit, Audit.What.SENT_AGAIN, act + " " + message);
    }
    return Optional.empty();
  }
}
