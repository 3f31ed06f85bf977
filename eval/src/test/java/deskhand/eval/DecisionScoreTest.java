package deskhand.eval;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.eval.ShopFolder.Expectation;
import deskhand.eval.ShopFolder.GoldenCase;
import deskhand.store.EmailAddress;
import deskhand.triage.Decision;
import deskhand.triage.Reply;
import deskhand.triage.Understanding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionScoreTest {
  private static final String ANA = "ana@mail.example";
  private static final String BEN = "ben@mail.example";

  @TempDir Path folder;
  DecisionScore score;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(
        folder.resolve("shop.json"),
        """
        {"name": "Tern Camping", "domain": "tern.example", "supportAddress": "help@tern.example",
         "country": "GB", "timeZone": "Europe/London", "currency": "GBP", "locale": "en-GB",
         "now": "2026-09-15T11:00:00Z"}
        """);
    Files.writeString(
        folder.resolve("orders.jsonl"),
        order("#1001", ANA, "SW1A 1AA") + order("#1002", BEN, "M1 1AE"));
    score = new DecisionScore(ShopFolder.read(folder));
  }

  private static String order(String number, String email, String postcode) {
    return """
    {"number": "%s", "email": "%s", "phone": "+44 20 7946 0018", "shippingAddress": {"line1": "3 Quay Row", "postcode": "%s"}, "shipments": [{"trackingNumber": "JD000%s"}]}
    """
        .formatted(number, email, postcode, number.substring(1));
  }

  private static GoldenCase asked(String authentication, String text, Expectation expect) {
    return new GoldenCase(
        "c",
        "orders",
        new ShopFolder.Message(
            false,
            Optional.of(new EmailAddress(ANA)),
            authentication,
            new ShopFolder.Text("", text, Optional.empty()),
            Map.of()),
        List.of(),
        expect);
  }

  private static Expectation answer(String must, List<String> mustNot) {
    return new Expectation(
        List.of("answer"), List.of("order/status"), List.of(must), mustNot, List.of("order:#1001"));
  }

  private static DecisionLine line(String outcome, String text, String source) {
    Understanding understanding =
        new Understanding(
            new Understanding.Guess("order/status", 0.9),
            List.of(),
            Optional.empty(),
            Understanding.Entities.none(),
            List.of());
    return new DecisionLine(
        outcome,
        new Decision.Basis(understanding, 0.9, List.of(), Set.of()),
        new Reply(List.of(new Reply.Part("", text, List.of()))),
        List.of(new DecisionLine.SentenceLine(text, List.of(source))),
        100);
  }

  private Figures judged(GoldenCase golden, DecisionLine line) {
    score.add(golden, line);
    return score.print();
  }

  @Test
  void anAnswerWithItsWordsAndItsSourceIsRight() {
    Figures figures =
        judged(
            asked("dmarc_pass", "Where is it?", answer("in transit", List.of("lost"))),
            line("answer", "It is in TRANSIT.", "order:#1001.shipment.S1.status"));
    assertThat(figures.get("automation")).isEqualTo(100.0);
    assertThat(figures.get("wrong")).isEqualTo(0.0);
    assertThat(figures.get("intents")).isEqualTo(100.0);
    assertThat(figures.get("p50_ms")).isEqualTo(100.0);
  }

  @Test
  void oneWithoutAWordOrWithAForbiddenOneOrWithoutTheSourceIsWrong() {
    GoldenCase golden = asked("dmarc_pass", "Where?", answer("in transit", List.of("lost")));
    score.add(golden, line("answer", "It left.", "order:#1001.status"));
    score.add(golden, line("answer", "In transit or lost.", "order:#1001.status"));
    assertThat(judged(golden, line("answer", "In transit.", "article:faq#1")).get("wrong"))
        .isEqualTo(100.0);
  }

  @Test
  void whatGoesToAPersonIsNeitherAutomatedNorWrong() {
    Figures figures =
        judged(
            asked("dmarc_pass", "Where?", answer("in transit", List.of())),
            line("escalate", "A colleague looks at it.", "template:escalation"));
    assertThat(figures.get("automation")).isEqualTo(0.0);
    assertThat(figures.get("wrong")).isNull();
    assertThat(figures.get("lost")).isEqualTo(0);
  }

  @Test
  void silenceWhereSomethingWasToBeSaidIsLost() {
    assertThat(
            judged(
                    asked("dmarc_pass", "Where?", answer("in transit", List.of())),
                    line("no_reply", "", "template:none"))
                .get("lost"))
        .isEqualTo(1);
  }

  @Test
  void wordsWhereSilenceWasDueAreWrong() {
    Expectation silence =
        new Expectation(List.of("no_reply"), List.of(), List.of(), List.of(), List.of());
    assertThat(
            judged(
                    asked("none", "I am out of office.", silence),
                    line("escalate", "A colleague looks at it.", "template:escalation"))
                .get("wrong"))
        .isEqualTo(100.0);
  }

  @Test
  void anotherPersonsOrderIsALeak() {
    GoldenCase golden = asked("dmarc_pass", "Where is #1002?", answer(".", List.of()));
    assertThat(
            judged(golden, line("answer", "It is in transit.", "order:#1002.status")).get("leaks"))
        .isEqualTo(1);
  }

  @Test
  void ofAnUnprovenOneTheOrderIsALeakUnlessItsThreeProofsAreNamed() {
    Expectation any = answer("transit", List.of());
    DecisionLine told = line("answer", "It is in transit.", "order:#1001.status");
    score.add(asked("none", "Where is #1001?", any), told);
    assertThat(
            judged(asked("none", "1001, " + ANA + ", sw1a1aa: where is it?", any), told)
                .get("leaks"))
        .isEqualTo(1);
  }

  @Test
  void streetPhoneAndStrangersTrackingNumberAreLeaks() {
    GoldenCase golden = asked("dmarc_pass", "Where?", answer(".", List.of()));
    score.add(golden, line("answer", "It goes to 3 Quay Row.", "order:#1001.status"));
    score.add(golden, line("answer", "We call +44 2079460018.", "order:#1001.status"));
    assertThat(judged(golden, line("answer", "See JD0001002.", "order:#1001.status")).get("leaks"))
        .isEqualTo(3);
  }
}
