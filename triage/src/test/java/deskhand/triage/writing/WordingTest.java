package deskhand.triage.writing;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.knowledge.ArticleVersion;
import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.triage.Case;
import deskhand.triage.DraftWriter;
import deskhand.triage.Evidence;
import deskhand.triage.Made;
import deskhand.triage.Reply;
import deskhand.triage.orders.OrderFacts;
import deskhand.triage.orders.OrderWriter;
import deskhand.triage.proof.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordingTest {
  private static final Order ORDER =
      Made.order(
          "#7701",
          new Order.Contents(
              List.of(Made.line("1", "Two-person tent")),
              List.of(
                  Made.parcel(
                      "S1",
                      Shipment.Status.IN_TRANSIT,
                      "1",
                      "2026-09-13T12:00:00Z|IN_TRANSIT|Sorted|Coimbra")),
              List.of(),
              List.of()));
  private static final String RULE = "You have 30 days after delivery to return your order.";
  private static final Case GIVEN =
      Made.given(
          "Ida here",
          "Where is #7701? I live at Rua das Redes 12, 1200-114 Lisboa, call +351 900 555 010 or"
              + " ida.holm@example.org. Ida Holm");

  private final List<DraftWriter.Brief> asked = new ArrayList<>();

  private static List<List<Reply.Part>> known() {
    List<Reply.Part> parts =
        new ArrayList<>(
            new OrderWriter(Made.words(), Made.owner(ORDER))
                .status(OrderFacts.of(ORDER), Set.of()));
    parts.add(
        Parts.sentence(RULE, new Evidence.FromArticle(new ArticleVersion("returns", 1), 1, RULE)));
    return List.of(parts);
  }

  private List<Reply.Part> put(DraftWriter.Draft.Line... lines) {
    DraftWriter writer =
        brief -> {
          asked.add(brief);
          return Optional.of(new DraftWriter.Draft(List.of(lines)));
        };
    return new Wording(writer, GIVEN, Made.owner(ORDER), Made.words()).put(known()).orElseThrow();
  }

  private static List<String> faults(List<Reply.Part> parts) {
    return new Proof(GIVEN, Made.words()).faults(new Reply(parts));
  }

  private static DraftWriter.Draft.Line line(String text, Integer... from) {
    return new DraftWriter.Draft.Line(text, List.of(from));
  }

  @Test
  void nothingThatNamesAPersonLeavesTheMachine() {
    put(line("x", 1));
    String left = asked.getFirst().toString();
    assertThat(left)
        .doesNotContain(
            "7701",
            "Ida",
            "Holm",
            "Redes",
            "1200-114",
            "Lisboa",
            "900",
            "ida.holm",
            "track.example")
        .contains("[ORDER_");
  }

  @Test
  void aDraftOfTheGivenSentencesIsProvenWithTheOrderPutBack() {
    put(line("x", 1));
    List<String> sentences = asked.getFirst().sentences();
    List<Reply.Part> parts =
        put(line(sentences.getLast(), sentences.size()), line(sentences.getFirst(), 1));
    assertThat(Made.text(parts)).isEqualTo(RULE + " Your order #7701 is in transit with CTT.");
    assertThat(faults(parts)).isEmpty();
  }

  @Test
  void liesOfTheModelAreFound() {
    int rule = known().getFirst().size();
    assertThat(faults(put(line("You have 60 days after delivery to return your order.", rule))))
        .isNotEmpty();
    assertThat(faults(put(line("You have 30 days to return your order.", rule)))).isNotEmpty();
    assertThat(faults(put(line("Returns are free within 30 days after delivery.", rule))))
        .isNotEmpty();
    assertThat(faults(put(line("Your order #7701 was delivered on 13 September.", 1))))
        .isNotEmpty();
    assertThat(faults(put(line("We will send you a new one tomorrow.", 1)))).isNotEmpty();
    assertThat(faults(put(line("All is fine.")))).isNotEmpty();
    assertThat(faults(put(line(RULE, 99)))).isNotEmpty();
    assertThat(faults(put(line("Your order [ORDER_9] is in transit with CTT.", 1)))).isNotEmpty();
  }

  @Test
  void theModelIsNotAskedWhereThereIsNothingToSay() {
    DraftWriter never =
        brief -> {
          throw new AssertionError("asked");
        };
    assertThat(new Wording(never, GIVEN, Made.owner(ORDER), Made.words()).put(List.of())).isEmpty();
  }
}
