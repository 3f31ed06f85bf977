package deskhand.triage.answers;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.knowledge.Article;
import deskhand.knowledge.ArticleVersion;
import deskhand.triage.articles.Quotes;
import java.util.List;
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
  void leavingOnTheSameDayIsNoFasterService() {
    Quotes plain = quotes("Sending", "Orders placed before 13:00 leave the same day.");
    assertThat(Completeness.hastens("When does an order leave?", plain)).isFalse();
  }
}
