package deskhand.triage;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.conversations.Proven;
import deskhand.knowledge.KnowledgeBase;
import deskhand.knowledge.Upload;
import deskhand.orders.Order;
import deskhand.store.Store;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import deskhand.store.TestDatabase;
import deskhand.triage.answers.AskAnswer;
import deskhand.triage.answers.EvidenceFinder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/// A store with a few articles, of which understood questions are asked.
@SpringBootTest(classes = TriageApplication.class)
@Import(TestDatabase.class)
public abstract class Asking {
  @Autowired protected Stores stores;
  @Autowired protected KnowledgeBase knowledge;
  @Autowired protected EvidenceFinder finder;
  @Autowired protected TriageSettings settings;

  private StoreId store;

  @BeforeEach
  void open() {
    store = stores.create(Made.profile(), StoreMode.AUTOMATIC);
    publish(
        "returns",
        "You can return an order within 30 days after delivery. The return label costs €4.20.");
  }

  protected final void publish(String name, String text) {
    knowledge.publish(
        store,
        List.of(
            new Upload(
                name + ".md", ("# " + name + "\n\n" + text).getBytes(StandardCharsets.UTF_8))));
  }

  protected final Store store() {
    return stores.get(store);
  }

  protected final AskAnswer asked(Identity identity, String intent, String text) {
    return asked(identity, intent, 0.95, text);
  }

  protected final AskAnswer asked(
      Identity identity, String intent, double confidence, String text) {
    Case given = Made.given(store(), Proven.ADDRESS, "", text);
    Understanding.Guess guess = new Understanding.Guess(intent, confidence);
    Understanding.Ask ask = new Understanding.Ask(text, guess);
    Understanding understanding =
        new Understanding(
            guess,
            List.of(),
            Optional.of(Locale.ENGLISH),
            Understanding.Entities.none(),
            List.of(ask));
    return finder.find(Situation.of(given, understanding, identity, settings), Made.words(), ask);
  }

  protected final AskAnswer asked(Order order, String intent, String text) {
    return asked(Made.owner(order), intent, text);
  }

  protected static Reply reply(AskAnswer answer) {
    return new Reply(((AskAnswer.Said) answer).parts());
  }

  /// The text of an answer that is sent.
  protected static String said(AskAnswer answer) {
    assertThat(answer).isInstanceOf(AskAnswer.Said.class);
    return Made.text(((AskAnswer.Said) answer).parts());
  }
}
