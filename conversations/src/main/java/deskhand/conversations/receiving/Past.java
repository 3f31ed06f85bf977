package deskhand.conversations.receiving;

import deskhand.conversations.ChannelKind;
import deskhand.conversations.Conversation;
import deskhand.conversations.ConversationId;
import deskhand.conversations.CustomerId;
import deskhand.conversations.MessageId;
import deskhand.conversations.OutgoingMessage;
import deskhand.conversations.PastMessage;
import deskhand.conversations.Proven;
import deskhand.conversations.Purpose;
import deskhand.conversations.Received;
import deskhand.conversations.threads.ConversationsTable;
import deskhand.conversations.threads.MessagesTable;
import deskhand.conversations.threads.Rows;
import deskhand.conversations.threads.Sha256;
import deskhand.conversations.threads.Touched;
import deskhand.store.EmailAddress;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Records what the store sent in the past, without rule, event, task or notification.
@Component
public class Past {
  private final Rows rows;
  private final Threading threading;
  private final Touched touched;
  private final TransactionTemplate transaction;

  Past(Rows rows, Threading threading, Touched touched, TransactionTemplate transaction) {
    this.rows = rows;
    this.threading = threading;
    this.touched = touched;
    this.transaction = transaction;
  }

  public Received record(PastMessage message) {
    return transaction.execute(status -> {
      String id = message.thread().messageId();
      byte[] key = Sha256.of("past", id);
      if (!id.isBlank() && !rows.keys().claimReceived(message.store(), key, message.at())) {
        return rows.keys().received(message.store(), key);
      }
      Conversation conversation = conversation(message);
      ChannelKind channel =
          conversation.party().channel() == ChannelKind.CHAT ? ChannelKind.CHAT : ChannelKind.EMAIL;
      MessageId stored =
          rows.messages()
              .add(
                  new MessagesTable.Leaving(
                      message.store(),
                      Optional.of(conversation.id()),
                      message.author(),
                      conversation.party().address(),
                      channel,
                      message.content(),
                      message.at(),
                      message.thread()));
      if (channel == ChannelKind.CHAT) {
        rows.messages()
            .show(
                message.store(),
                stored,
                rows.conversations().nextShown(message.store(), conversation.id()));
      }
      rows.sentences().add(message.store(), stored, message.content().sentences());
      rows.conversations()
          .refer(message.store(), conversation.id(), message.content().references());
      rows.marks().wrote(conversation, message.content().text(), false, message.at());
      rows.marks().answered(conversation, message.author(), Purpose.REPLY);
      if (!id.isBlank()) {
        rows.keys().received(message.store(), key, conversation.id(), stored);
      }
      touched.conversation(message.store(), conversation.id());
      return new Received.Stored(conversation.id(), stored);
    });
  }

  private Conversation conversation(PastMessage message) {
    return switch (message.destination()) {
      case OutgoingMessage.Destination.InConversation(ConversationId id) ->
          rows.conversations()
              .lock(message.store(), id)
              .orElseThrow(() -> new IllegalArgumentException("no conversation " + id));
      case OutgoingMessage.Destination.ByEmail(EmailAddress address, String name) -> {
        CustomerId customer =
            rows.customers().findOrAdd(message.store(), address, name, message.at());
        yield threading
            .withCustomer(message.store(), message.thread(), customer)
            .orElseGet(() -> begin(message, customer, address, name));
      }
    };
  }

  private Conversation begin(
      PastMessage message, CustomerId customer, EmailAddress address, String name) {
    ConversationId fresh =
        rows.conversations()
            .add(
                new ConversationsTable.Beginning(
                    message.store(),
                    new Conversation.Party(
                        customer, name, Optional.of(address), ChannelKind.EMAIL, Proven.NOTHING),
                    "",
                    message.content().subject(),
                    Conversation.State.CLOSED,
                    message.at(),
                    true,
                    Optional.empty()));
    return rows.conversations().lock(message.store(), fresh).orElseThrow();
  }
}
