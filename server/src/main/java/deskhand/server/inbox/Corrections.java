package deskhand.server.inbox;

import deskhand.conversations.Conversation;
import deskhand.conversations.Conversations;
import deskhand.conversations.Entry;
import deskhand.conversations.Message;
import deskhand.conversations.MessageId;
import deskhand.server.Audit;
import deskhand.server.Texts;
import deskhand.server.Visit;
import deskhand.triage.Decided;
import deskhand.triage.Decisions;
import deskhand.triage.Examples;
import deskhand.triage.IntentClassifier;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What people put right in how a message was understood: it becomes an example, which names the
/// message that it came from and is erased with it.
@Component
class Corrections {
  private static final String TOPIC = "topic.";
  private static final List<String> BUILT_IN =
      ResourceBundle.getBundle("messages", Locale.ROOT).keySet().stream()
          .filter(key -> key.startsWith(TOPIC))
          .map(key -> key.substring(TOPIC.length()))
          .toList();

  private final Conversations conversations;
  private final Decisions decisions;
  private final Examples examples;
  private final Audit audit;
  private final Texts texts;

  Corrections(
      Conversations conversations,
      Decisions decisions,
      Examples examples,
      Audit audit,
      Texts texts) {
    this.conversations = conversations;
    this.decisions = decisions;
    this.examples = examples;
    this.audit = audit;
    this.texts = texts;
  }

  /// An intent that can be picked, in words.
  record Choice(String intent, String words) {}

  /// The built-in intents and those that the store has taught, by their words.
  List<Choice> choices(Visit visit) {
    Stream<String> own = examples.of(visit.id()).stream().map(IntentClassifier.Example::label);
    return Stream.concat(BUILT_IN.stream(), own)
        .distinct()
        .map(intent -> new Choice(intent, texts.orElse(TOPIC + intent, intent.replace('/', ' '))))
        .sorted(Comparator.comparing(Choice::words))
        .toList();
  }

  /// Whether there is a message to learn from.
  boolean possible(Visit visit, Conversation conversation) {
    return message(visit, conversation).isPresent();
  }

  /// False where the intent is not one that can be picked, or no message is there to learn from.
  boolean correct(Visit visit, Conversation conversation, String intent) {
    boolean known = choices(visit).stream().anyMatch(choice -> choice.intent().equals(intent));
    Optional<Message> message = known ? message(visit, conversation) : Optional.empty();
    message.ifPresent(found -> {
      examples.learn(
          visit.id(),
          new IntentClassifier.Example(found.content().text().visible(), intent),
          Optional.of(found.id()));
      conversations.decided(visit.id(), conversation.id(), found.id(), intent, Set.of());
      audit.note(visit, Audit.What.INTENT_CORRECTED, intent);
    });
    return message.isPresent();
  }

  /// The newest message that the newest decision is about; the newest that was recorded silently
  /// where none was taken. What is not decided yet stays so.
  private Optional<Message> message(Visit visit, Conversation conversation) {
    List<MessageId> about =
        decisions.of(visit.id(), conversation.id()).stream()
            .findFirst()
            .map(Decided::about)
            .orElse(List.of());
    return conversations.messages(visit.id(), conversation.id()).reversed().stream()
        .filter(message ->
            message.entry() instanceof Entry.Incoming in
                && (about.contains(message.id()) || (about.isEmpty() && in.silent())))
        .filter(message -> !message.content().text().visible().isBlank())
        .findFirst();
  }
}
