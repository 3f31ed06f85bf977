package deskhand.eval;

import deskhand.conversations.Conversation;
import deskhand.conversations.Conversations;
import deskhand.conversations.Message;
import deskhand.store.StoreId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares what customers wrote with what is stored and with what they got.
final class CrashReckoning {
  private static final int PAGE = 200;
  private static final int PAGES = 1_000;

  private final Conversations conversations;
  private final StoreId store;
  private int lost;
  private int doubled;
  private int inDoubt;
  private int unexplained;

  CrashReckoning(Program program, StoreId store) {
    this.conversations = program.get(Conversations.class);
    this.store = store;
  }

  Figures reckon(CrashMail mail, CrashTraffic traffic) {
    Map<String, List<Message>> byCustomer = new HashMap<>();
    Map<String, List<Message>> byChat = new HashMap<>();
    for (Conversation conversation : all()) {
      List<Message> messages = conversations.messages(store, conversation.id());
      conversation
          .party()
          .address()
          .ifPresentOrElse(
              address ->
                  byCustomer
                      .computeIfAbsent(address.value(), key -> new ArrayList<>())
                      .addAll(messages),
              () ->
                  messages.stream()
                      .filter(Message::incoming)
                      .map(message -> message.content().text().visible())
                      .distinct()
                      .forEach(text -> byChat.computeIfAbsent(text, key -> new ArrayList<>()).addAll(messages)));
    }
    Map<String, Integer> received = mail.received();
    for (String customer : mail.customers()) {
      compare(byCustomer.getOrDefault(customer, List.of()), received.getOrDefault(customer, 0));
    }
    for (String text : traffic.accepted()) {
      List<Message> messages = byChat.getOrDefault(text, List.of());
      compare(messages, (int) messages.stream().filter(CrashReckoning::sent).count());
    }
    return new Figures()
        .with("mails", mail.customers().size())
        .with("chats", traffic.accepted().size())
        .with("lost", lost)
        .with("doubled", doubled)
        .with("in_doubt", inDoubt)
        .with("unexplained", unexplained);
  }

  private void compare(List<Message> stored, int heard) {
    long written = stored.stream().filter(Message::incoming).count();
    lost += written == 0 ? 1 : 0;
    doubled += written > 1 || heard > 1 ? 1 : 0;
    if (written > 0 && heard == 0) {
      boolean shown =
          stored.stream()
              .anyMatch(message -> message.delivery().step() == Message.Delivery.Step.IN_DOUBT);
      inDoubt += shown ? 1 : 0;
      unexplained += shown ? 0 : 1;
    }
  }

  private static boolean sent(Message message) {
    return message.delivery().step() == Message.Delivery.Step.SENT;
  }

  private List<Conversation> all() {
    List<Conversation> all = new ArrayList<>();
    Conversations.Filter filter =
        new Conversations.Filter(Conversations.View.ALL, "", Optional.empty());
    Optional<String> after = Optional.empty();
    for (int page = 0; page < PAGES; page++) {
      Conversations.Page found = conversations.list(store, filter, after, PAGE);
      found.rows().forEach(row -> all.add(row.conversation()));
      after = found.next();
      if (after.isEmpty()) {
        break;
      }
    }
    return all;
  }
}
