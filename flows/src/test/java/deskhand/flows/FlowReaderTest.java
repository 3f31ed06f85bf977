package deskhand.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskhand.conversations.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlowReaderTest {
  private static final String GOOD =
      """
      name: hello
      start: parcel delivered
      about: order
      purpose: feedback
      too late after: 3 days
      ends when: [order cancelled]
      steps:
        - wait: 2 hours
          after: start
          give up after: 1 day
        - hold while: open matter
          look again after: 30 minutes
        - send: hi
      letters:
        hi:
          en:
            subject: Hi
            text:
              - [Hello., "How are you?"]
      """;

  private static void refuses(String yaml, String reason) {
    assertThatThrownBy(() -> FlowReader.read(yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void readsAFlow() {
    assertThat(FlowReader.read(GOOD))
        .isEqualTo(
            new Flow(
                "hello",
                new Flow.Start(Trigger.PARCEL_DELIVERED, Flow.About.ORDER),
                new Flow.Limits(
                    Purpose.FEEDBACK, Set.of(Condition.ORDER_CANCELLED), Duration.ofDays(3)),
                List.of(
                    new Step.Wait(Duration.ofHours(2), Step.Anchor.START, Duration.ofDays(1)),
                    new Step.Hold(Condition.OPEN_MATTER, Duration.ofMinutes(30)),
                    new Step.Send("hi")),
                Map.of(
                    "hi",
                    new Letter(
                        Map.of(
                            "en",
                            new Letter.Text("Hi", List.of(List.of("Hello.", "How are you?"))))))));
  }

  @Test
  void theFlowsThatComeAlongAreReadable() {
    assertThat(new BuiltInFlows().all())
        .extracting(Flow::name)
        .containsExactly("shipping-confirmation", "review-request");
  }

  @Test
  void saysWhatIsWrong() {
    refuses("", "flow: is no mapping");
    refuses(GOOD.replace("start: parcel", "begin: parcel"), "[begin] is not known");
    refuses(GOOD.replace("parcel delivered", "full moon"), "flow.start: full moon is not known");
    refuses(GOOD.replace("2 hours", "soon"), "flow.steps[0].wait: a length looks like");
    refuses(GOOD.replace("send: hi", "send: ho"), "there is no letter ho");
    refuses(GOOD.replace("[order cancelled]", "[rain]"), "ends when: rain is not known");
    refuses(GOOD.replace("name: hello", "name: Hello World"), "a flow's name");
    refuses(GOOD.replace("[Hello., \"How are you?\"]", "Hello"), "a paragraph is a list");
    refuses(GOOD + "name: again\n", "not YAML");
    refuses(GOOD.replace("30 minutes", "0 minutes"), "a minute at the earliest");
    refuses("a: &a [1]\nb: *a\n", "not");
    refuses("!!java.net.URL [\"http://evil.example\"]", "not YAML");
    refuses("[".repeat(1_000), "not YAML");
    refuses("x".repeat(300_000), "not YAML");
  }
}
