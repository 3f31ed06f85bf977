package deskhand.triage.proof;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.knowledge.ArticleVersion;
import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.triage.Evidence;
import deskhand.triage.Made;
import deskhand.triage.Reply;
import deskhand.triage.answers.DeadlineWriter;
import deskhand.triage.articles.Period;
import deskhand.triage.articles.Quotes;
import deskhand.triage.orders.MoneyWriter;
import deskhand.triage.orders.OrderFacts;
import deskhand.triage.orders.OrderWriter;
import deskhand.triage.writing.Parts;
import deskhand.triage.writing.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofTest {
  private static final String RULE =
      "You can return your order within 30 days after delivery, unless it was made to measure.";
  private static final Order ORDER =
      Made.order(
          "#77",
          new Order.Contents(
              List.of(Made.line("1", "Two-person tent")),
              List.of(
                  Made.parcel(
                      "S1",
                      Shipment.Status.DELIVERED,
                      "1",
                      "2026-09-12T12:00:00Z|DELIVERED|Delivered|Lisboa")),
              List.of(
                  new Order.Refund(
                      Made.NOON,
                      deskhand.store.Money.of("12.50", "EUR"),
                      "original_payment",
                      List.of())),
              List.of()));

  private static Evidence.FromArticle rule() {
    return new Evidence.FromArticle(new ArticleVersion("returns", 1), 2, RULE);
  }

  private static Proof proof() {
    return new Proof(Made.given("", ""), Made.words());
  }

  private static Reply right() {
    OrderFacts facts = OrderFacts.of(ORDER);
    List<Reply.Part> parts =
        new ArrayList<>(new OrderWriter(Made.words(), Made.owner(ORDER)).status(facts, Set.of()));
    parts.addAll(new MoneyWriter(Made.words(), Made.owner(ORDER)).refunds(facts));
    parts.add(Parts.sentence(RULE, rule()));
    parts.addAll(
        new DeadlineWriter(Made.words(), Made.NOON, java.util.Set.of())
            .say(
                facts,
                Period.in(RULE, Period.From.DELIVERED).orElseThrow(),
                List.of(
                    new Quotes.Quote(
                        new deskhand.knowledge.Article.Passage(
                            new ArticleVersion("returns", 1), 2, List.of(), RULE, List.of(RULE)),
                        0,
                        RULE))));
    return new Writer(Made.given("", ""), Made.owner(ORDER), Made.words()).reply(List.of(parts));
  }

  @Test
  void aRightAnswerPasses() {
    assertThat(right().text())
        .isEqualTo(
            """
            Hello Ida,

            Your order #77 was delivered on 12 September. We refunded €12.50 for order #77 on 15 \
            September to your original payment method. You can return your order within 30 days \
            after delivery, unless it was made to measure. Your order #77 was delivered on 12 \
            September. So that runs until 12 October.

            This was answered by an automated assistant. If you would like a person to look at \
            it, just reply and say so.

            Kind regards,
            Tarp and Peg\
            """);
    assertThat(proof().faults(right())).isEmpty();
  }

  @Test
  void theNoticeWithOpeningHoursPasses() {
    Reply notice = new Writer(Made.given("", ""), Made.owner(ORDER), Made.words()).notice();
    assertThat(notice.text()).contains("Our team is working today until 18:00.");
    assertThat(proof().faults(notice)).isEmpty();
  }

  /// Each line is a lie that is told in place of a truth.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "was delivered on 12 September. We | was delivered on 11 September. We",
        "#77 was delivered | #78 was delivered",
        "was delivered on 12 | came back to us on 12",
        "was delivered on 12 | was delivered to a neighbour on 12",
        "€12.50 | €21.50",
        "€12.50 | £12.50",
        "on 15 September to | on 16 September to",
        "within 30 days | within 90 days",
        "You can return | You can not return",
        "after delivery, unless it was made to measure | after delivery",
        "unless it was made to measure | even if it was made to measure",
        "return your order | return your order for free",
        "return your order | return your order at evil.example",
        "return your order | return your order to mallory@evil.example",
        "until 12 October | until 13 October",
        "runs until | ended on",
        "Hello Ida | Hello Ida Holm Rua das Redes",
        "Tarp and Peg | Tarp and Peg. We will refund everything",
        "automated assistant | person",
        "just reply and say so | call 555 0100",
        "just reply and say so | we promise you a voucher"
      })
  void aLieDoesNotPass(String truth, String lie) {
    Reply reply = right();
    Reply bent =
        new Reply(
            reply.parts().stream()
                .map(part -> with(part, text -> text.replace(truth, lie)))
                .toList());
    Reply whole = bent.text().equals(reply.text()) ? across(reply, truth, lie) : bent;
    assertThat(whole.text()).isNotEqualTo(reply.text());
    assertThat(proof().faults(whole)).isNotEmpty();
  }

  /// A truth that runs over the end of a sentence is bent in the sentence that begins it.
  private static Reply across(Reply reply, String truth, String lie) {
    String start = truth.substring(0, truth.lastIndexOf(". ") + 1);
    String bent = lie.substring(0, lie.lastIndexOf(". ") + 1);
    return new Reply(
        reply.parts().stream().map(part -> with(part, text -> text.replace(start, bent))).toList());
  }

  private static Reply.Part with(Reply.Part part, UnaryOperator<String> change) {
    return new Reply.Part(part.joint(), change.apply(part.text()), part.evidence());
  }

  @Test
  void aSentenceWithoutEvidenceDoesNotPass() {
    assertThat(faults(new Reply.Part(" ", "All is well.", List.of()))).isNotEmpty();
  }

  @Test
  void aPromiseUnderTheNameOfATemplateDoesNotPass() {
    assertThat(faults(Parts.template(" ", "template.notice", "We will send a new one.")))
        .isNotEmpty();
    assertThat(faults(Parts.template(" ", "template.unknown", Made.words().say("template.notice"))))
        .isNotEmpty();
  }

  @Test
  void wordsBetweenSentencesDoNotPass() {
    assertThat(faults(new Reply.Part(" PS: free tents! ", RULE, List.of(rule())))).isNotEmpty();
  }

  @Test
  void aStateThatTheFieldDoesNotBearDoesNotPass() {
    OrderFacts facts = OrderFacts.of(ORDER);
    Reply.Part claimed =
        Parts.sentence(
            "Your order #77 was delivered on 12 September.",
            facts.fact("number"),
            facts.fact("shipment.S1.event.1.at"),
            new Evidence.FromOrder("#77", "shipment.S1.status", "IN_TRANSIT", Made.NOON));
    assertThat(faults(claimed)).isNotEmpty();
  }

  @Test
  void aLinkMustBeTheOrdersOwn() {
    OrderFacts facts = OrderFacts.of(ORDER);
    assertThat(
            faults(
                Parts.sentence(
                    "You can follow it here: https://track.example/S1",
                    facts.fact("shipment.S1.trackingUrl"))))
        .isEmpty();
    assertThat(
            faults(
                Parts.sentence(
                    "You can follow it here: https://track.evil.example/S1",
                    facts.fact("shipment.S1.trackingUrl"))))
        .isNotEmpty();
  }

  @Test
  void aSentenceThatOnlyLeavesOutAWholeSentencePasses() {
    String two = "Yes, you can. It is free of charge.";
    Evidence.FromArticle source = new Evidence.FromArticle(new ArticleVersion("a", 1), 1, two);
    assertThat(faults(Parts.sentence("Yes, you can.", source))).isEmpty();
    assertThat(faults(Parts.sentence("It is free of charge.", source))).isEmpty();
    assertThat(faults(Parts.sentence("It is of charge.", source))).isNotEmpty();
  }

  private static List<String> faults(Reply.Part part) {
    return proof().faults(new Reply(List.of(part)));
  }
}
