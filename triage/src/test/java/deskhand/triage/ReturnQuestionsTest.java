package deskhand.triage;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.conversations.Proven;
import deskhand.knowledge.KnowledgeBase;
import deskhand.knowledge.Upload;
import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import deskhand.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/// What is asked about a return, once the message is understood: the period, the money, the state.
@SpringBootTest(classes = ApplyingTest.Application.class)
@Import(TestDatabase.class)
class ReturnQuestionsTest {
  private static final String REFUNDS = "We refund within 6 working days after it reached us.";

  @Autowired Stores stores;
  @Autowired KnowledgeBase knowledge;
  @Autowired EvidenceFinder finder;
  @Autowired TriageSettings settings;

  private StoreId store;

  @BeforeEach
  void open() {
    store = stores.create(Made.profile(), StoreMode.AUTOMATIC);
    publish(
        "returns",
        "You can return an order within 30 days after delivery. The return label costs €4.20.");
  }

  private void publish(String name, String text) {
    knowledge.publish(
        store,
        List.of(
            new Upload(
                name + ".md", ("# " + name + "\n\n" + text).getBytes(StandardCharsets.UTF_8))));
  }

  private static Order order(Order.Return... returns) {
    return Made.order(
        "#7801",
        new Order.Contents(
            List.of(Made.line("1", "Two-person tent")),
            List.of(
                Made.parcel(
                    "S1",
                    Shipment.Status.DELIVERED,
                    "1",
                    "2026-09-12T12:00:00Z|DELIVERED|Delivered|Lisboa")),
            List.of(),
            List.of(returns)));
  }

  private static Order returned(Order.ReturnStatus status) {
    return order(
        new Order.Return(
            "R1", Instant.parse("2026-09-13T08:00:00Z"), status, List.of(new Order.Part("1", 1))));
  }

  private AskAnswer asked(Order order, String intent, String text) {
    Case given = Made.given(stores.get(store), Proven.ADDRESS, "", text);
    Understanding.Guess guess = new Understanding.Guess(intent, 0.95);
    Understanding.Ask ask = new Understanding.Ask(text, guess);
    Understanding understanding =
        new Understanding(
            guess,
            List.of(),
            Optional.of(Locale.ENGLISH),
            Understanding.Entities.none(),
            List.of(ask));
    return finder.find(
        Situation.of(given, understanding, Made.owner(order), settings), Made.words(), ask);
  }

  private static String text(AskAnswer answer) {
    return switch (answer) {
      case AskAnswer.Said said -> Made.text(said.parts());
      case AskAnswer.ForPerson person -> Made.text(person.draft());
      case AskAnswer.Missing _, AskAnswer.Nothing _ -> "";
    };
  }

  @Test
  void whoAsksUntilWhenHearsTheDay() {
    assertThat(text(asked(order(), "return/policy", "Until when can I return my order?")))
        .contains("12 October");
  }

  @Test
  void whoAsksWhatTheLabelCostsHearsNoPeriod() {
    AskAnswer answer =
        asked(order(), "return/policy", "What do you charge for the label of my return?");
    assertThat(text(answer)).contains("4.20").doesNotContain("12 October");
  }

  @Test
  void aReturnAskedAboutLikeAnOrderIsToldAsAReturn() {
    AskAnswer answer =
        asked(
            returned(Order.ReturnStatus.IN_TRANSIT),
            "order/status",
            "Where is the tent that I returned from my order?");
    assertThat(answer).isInstanceOf(AskAnswer.Said.class);
    assertThat(text(answer)).contains("Your return", "on its way to us");
  }

  @Test
  void theDayOfARefundIsForAPersonWhereNoRuleIsWritten() {
    String question = "By when at the latest will you refund my return? Which date?";
    Order order = returned(Order.ReturnStatus.RECEIVED);
    assertThat(asked(order, "refund/status", question)).isInstanceOf(AskAnswer.ForPerson.class);
    publish("refunds", "When do I get my refund? " + REFUNDS);
    AskAnswer answer = asked(order, "refund/status", question);
    assertThat(answer).isInstanceOf(AskAnswer.Said.class);
    assertThat(text(answer)).contains("6 working days");
  }
}
