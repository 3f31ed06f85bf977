package deskhand.triage.answers;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.knowledge.Article;
import deskhand.knowledge.ArticleVersion;
import deskhand.triage.Case;
import deskhand.triage.Made;
import deskhand.triage.Situation;
import deskhand.triage.Understanding;
import deskhand.triage.articles.Quotes;
import deskhand.triage.orders.OrderChoice;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompletenessTest {
  private static Quotes quotes(String heading, String sentence) {
    Article.Passage passage =
        new Article.Passage(
            new ArticleVersion("delivery", 1),
            1,
            List.of("Delivery", heading),
            sentence,
            List.of(sentence));
    Quotes.Quote quote = new Quotes.Quote(passage, 0, sentence);
    return new Quotes(List.of(new Quotes.Line(sentence, List.of(quote))), 0.8, "");
  }

  @Test
  void aFasterServiceIsNoAnswerToThePlainOne() {
    Quotes express = quotes("Express", "Within Portugal €14.90, order by 10:30.");
    assertThat(Completeness.hastens("From what basket do you drop the fee?", express)).isTrue();
    assertThat(Completeness.hastens("What does express cost?", express)).isFalse();
    assertThat(Completeness.hastens("Can it be here tomorrow?", express)).isFalse();
  }

  @Test
  void whoGoesOnWithAnotherThingAsksForTheSameOfIt() {
    AskContext context = after("What temperature do the guppies like?", "and the mosquito net?");
    assertThat(Completeness.leavesKind(context, quotes("Fish", "The net keeps them in."))).isTrue();
    assertThat(Completeness.leavesKind(context, quotes("Fish", "Mosquito net: up to 40 °C.")))
        .isFalse();
    AskContext other = after("Is it true?", "and the mosquito net?");
    assertThat(Completeness.leavesKind(other, quotes("Fish", "The net keeps them in."))).isFalse();
  }

  private static AskContext after(String before, String text) {
    Case fresh = Made.given("", text);
    Case given =
        new Case(
            fresh.store(),
            fresh.writer(),
            fresh.messages(),
            List.of(new Case.Turn(Case.Turn.By.CUSTOMER, before)),
            fresh.standing(),
            fresh.now());
    Understanding understanding = Made.understood("product/question");
    Understanding.Ask ask = new Understanding.Ask(text, understanding.intent());
    return new AskContext(
        Situation.of(given, understanding, Made.owner(), Made.settings()),
        Made.words(),
        ask,
        new OrderChoice(OrderChoice.How.NONE, List.of(), Set.of()));
  }

  @Test
  void leavingOnTheSameDayIsNoFasterService() {
    Quotes plain = quotes("Sending", "Orders placed before 13:00 leave the same day.");
    assertThat(Completeness.hastens("When does an order leave?", plain)).isFalse();
  }
}
