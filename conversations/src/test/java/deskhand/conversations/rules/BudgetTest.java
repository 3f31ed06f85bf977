package deskhand.conversations.rules;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.conversations.Author;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Conversations;
import deskhand.conversations.IncomingMessage;
import deskhand.conversations.Kind;
import deskhand.conversations.Proven;
import deskhand.conversations.Received;
import deskhand.conversations.SendResult;
import deskhand.conversations.Shop;
import deskhand.conversations.TestApplication;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
    classes = TestApplication.class,
    properties = "deskhand.conversations.email.enabled=false")
class BudgetTest {
  private static final Author ASSISTANT = new Author.Assistant();

  @Autowired Stores stores;
  @Autowired Conversations conversations;
  @Autowired Clock clock;

  Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.open(stores, conversations, StoreMode.AUTOMATIC);
  }

  private boolean goes(ConversationId conversation, String text) {
    return switch (conversations.send(shop.answer(conversation, ASSISTANT, text))) {
      case SendResult.Queued queued -> true;
      case SendResult.Refused refused -> false;
      case SendResult.Deferred deferred -> throw new AssertionError(deferred.toString());
      case SendResult.AlreadyGiven given -> throw new AssertionError(given.toString());
    };
  }

  @Test
  void twoProgramsThatAnswerEachOtherInOneThreadStopAfterTwoMessages() {
    int sent = 0;
    String parent = "<start@bot.example>";
    for (int round = 0; round < 6; round++) {
      Shop.Mail mail =
          shop.mail("robot@bot.example", "Your ticket 47" + round + " was received. Thank you.");
      Received.Stored heard =
          (round == 0 ? mail.messageId(parent) : mail.references(parent)).arrives(clock.instant());
      if (goes(
          heard.conversation(), "Answer of a different kind, number " + "abcdef".charAt(round))) {
        sent++;
      }
    }
    assertThat(sent).isEqualTo(2);
  }

  @Test
  void twoProgramsThatBeginANewThreadEachTimeStopAfterTwoMessages() {
    int sent = 0;
    for (int round = 0; round < 6; round++) {
      Received.Stored heard =
          shop.mail("robot@threads.example", "Your ticket 47" + round + " was received. Thank you.")
              .arrives(clock.instant());
      if (goes(heard.conversation(), words(round))) {
        sent++;
      }
    }
    assertThat(sent).isEqualTo(2);
  }

  private static String words(int round) {
    return switch (round) {
      case 0 -> "The blue mug holds a third of a litre and may go into the dishwasher.";
      case 1 -> "We ship to Norway every Tuesday, by boat and then by rail.";
      case 2 -> "Lamps come with a bulb that lasts about ten years of evenings.";
      case 3 -> "A receipt lies in the box, under the paper with the pattern of leaves.";
      case 4 -> "Wool shrinks in hot water; wash it by hand and dry it on a towel.";
      case 5 -> "Our workshop is closed in August, when everybody picks plums.";
      case 6 -> "Gift wrapping costs nothing in December and a little in all other months.";
      default -> "The shelf carries forty kilograms where the wall is made of stone.";
    };
  }

  @Test
  void anUnprovenAddressGetsTwoAnswersInAConversationAndAProvenOneFour() {
    assertThat(answers(Proven.NOTHING, "ben@a.example")).isEqualTo(2);
    assertThat(answers(Proven.ADDRESS, "ana@b.example")).isEqualTo(4);
  }

  private int answers(Proven proven, String from) {
    int sent = 0;
    String parent = "<" + Shop.unique("budget") + "@mua.example>";
    for (int round = 0; round < 8; round++) {
      Shop.Mail mail = shop.mail(from, words(round)).proven(proven);
      Received.Stored heard =
          (round == 0 ? mail.messageId(parent) : mail.references(parent))
              .arrives(
                  // A person takes a minute.
                  clock.instant().plus(Duration.ofMinutes(round)));
      if (goes(
          heard.conversation(), "Reply " + "stuvwxyz".charAt(round) + " " + words(7 - round))) {
        sent++;
      }
    }
    return sent;
  }

  @Test
  void automaticMailIsNeverAnswered() {
    for (Kind kind : Kind.values()) {
      Received.Stored heard =
          shop.mail("someone@kind.example", "Words of kind " + kind)
              .kind(kind)
              .arrives(clock.instant());
      SendResult result =
          conversations.send(shop.answer(heard.conversation(), ASSISTANT, "Answer to " + kind));
      if (kind == Kind.MESSAGE) {
        assertThat(result).isInstanceOf(SendResult.Queued.class);
      } else {
        assertThat(result).isInstanceOf(SendResult.Refused.class);
      }
    }
  }

  @Test
  void nobodyIsWrittenToWhoHasNoAddressOrReadsNothing() {
    IncomingMessage whole = shop.mail("x@y.example", "Without an address").at(clock.instant());
    IncomingMessage none =
        new IncomingMessage(
            whole.store(),
            whole.origin(),
            new IncomingMessage.Sender(java.util.Optional.empty(), "Somebody", Proven.NOTHING, ""),
            whole.text(),
            whole.details());
    Received.Stored heard = (Received.Stored) conversations.receive(none);
    assertThat(conversations.send(shop.answer(heard.conversation(), ASSISTANT, "Hello")))
        .isEqualTo(new SendResult.Refused("an address to write to", "no address is known"));
    Received.Stored robot =
        shop.mail("noreply@y.example", "Do not answer").arrives(clock.instant());
    assertThat(goes(robot.conversation(), "I answer")).isFalse();
  }

  @Test
  void likenessSeesCountersAndNotDifferentWords() {
    assertThat(Likeness.alike("Ticket 1 received, thank you.", "Ticket 2 received, thank you."))
        .isTrue();
    assertThat(Likeness.alike("Where is my order?", "May I return the lamp?")).isFalse();
    assertThat(Likeness.alike("", "")).isTrue();
    assertThat(Likeness.alike("ok", "no")).isFalse();
  }
}
