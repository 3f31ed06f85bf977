package deskhand.server.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.conversations.Draft;
import deskhand.conversations.Sentence;
import deskhand.conversations.Source;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandedTest {
  private static final Sentence GREETING = template("Hello Kim,", "template.greeting");
  private static final Sentence FACT =
      new Sentence(
          "It left on 3 June.", List.of(new Source("order", "7", 0, "shippedAt", Instant.EPOCH)));
  private static final Sentence WHO =
      template("This was answered by an automated assistant.", "template.assistant");
  private static final Sentence REGARDS = template("Kind regards,\nThe shop", "template.regards");

  private static Sentence template(String text, String name) {
    return new Sentence(text, List.of(new Source("template", name, 0, "", null)));
  }

  private static Draft draft(String text, Sentence... sentences) {
    return new Draft(text, List.of(sentences), List.of(), Instant.EPOCH);
  }

  @Test
  void leavesOutThatAnAssistantAnswered() {
    Handed handed =
        Handed.of(
            draft(
                "Hello Kim,\n\nIt left on 3 June.\n\nThis was answered by an automated assistant."
                    + "\n\nKind regards,\nThe shop",
                GREETING,
                FACT,
                WHO,
                REGARDS));
    assertThat(handed)
        .isEqualTo(
            new Handed(
                "Hello Kim,\n\nIt left on 3 June.\n\nKind regards,\nThe shop",
                List.of(GREETING, FACT, REGARDS)));
  }

  @Test
  void leavesOutTheSameAtTheEnd() {
    assertThat(
            Handed.of(
                    draft(
                        "It left on 3 June.\n\nThis was answered by an automated assistant.",
                        FACT,
                        WHO))
                .text())
        .isEqualTo("It left on 3 June.");
  }

  @Test
  void keepsEverythingElseAsItIs() {
    assertThat(Handed.of(draft("Free text.\n\nIt left on 3 June. ", FACT)).text())
        .isEqualTo("Free text.\n\nIt left on 3 June.");
  }
}
