package deskhand.triage.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AsksTest {

  private static List<String> asks(String text) {
    return Asks.in(text).stream().map(Asks.Piece::text).toList();
  }

  @Test
  void oneQuestionIsOnePiece() {
    assertThat(asks("Hello,\nwhen do you send my bike?\nThanks, Bo"))
        .containsExactly("when do you send my bike?");
  }

  @Test
  void pointsOfAListAreSeparate() {
    assertThat(asks("Hi! 1) Does the tent come with pegs? 2) How long may I return it?"))
        .containsExactly("Does the tent come with pegs?", "How long may I return it?");
    assertThat(
            asks(
                "Three things:\n- how much is shipping to Malta\n- do you take cheques\n- who made the rug"))
        .containsExactly(
            "how much is shipping to Malta", "do you take cheques", "who made the rug");
    assertThat(asks("(a) When does the sofa arrive? (b) Can I pay at the door?"))
        .containsExactly("When does the sofa arrive?", "Can I pay at the door?");
  }

  @Test
  void twoQuestionsJoinedByAndAreSeparate() {
    assertThat(asks("how much is delivery to malta and do you accept cheques"))
        .containsExactly("how much is delivery to malta", "do you accept cheques");
    assertThat(asks("Was kostet der Versand nach Malta und wann kommt die Hose wieder rein?"))
        .containsExactly("Was kostet der Versand nach Malta", "wann kommt die Hose wieder rein?");
    assertThat(asks("Combien coûte la livraison à Malte et comment puis-je payer ?"))
        .containsExactly("Combien coûte la livraison à Malte", "comment puis-je payer ?");
  }

  @Test
  void aConditionBelongsToItsQuestion() {
    assertThat(
            asks(
                "1) where has A4711 got to\n2) and supposing she does not like it, how many days have I to return it"))
        .containsExactly(
            "where has A4711 got to",
            "and supposing she does not like it, how many days have I to return it");
    assertThat(asks("Where is my pen now, and: should it leak, how many days would I get?"))
        .containsExactly("Where is my pen now", "should it leak, how many days would I get?");
  }

  @Test
  void aConditionBeforeAStatementAsksNothing() {
    assertThat(Phrases.isQuestion("Wenn ich sie einschalte, ist das Licht schwach")).isFalse();
    assertThat(Phrases.isQuestion("Si lo enciendo, es muy débil")).isFalse();
    assertThat(Phrases.isQuestion("Falls er nicht passt, wie lange habe ich Zeit")).isTrue();
  }

  @Test
  void andWithinOneQuestionPartsNothing() {
    assertThat(asks("Do you sell salt and pepper mills?")).hasSize(1);
    assertThat(asks("How and when can I pay?")).hasSize(1);
    assertThat(asks("Can I return the boots and the laces?")).hasSize(1);
  }

  @Test
  void whatStandsInFrontOfAQuestionBelongsToIt() {
    assertThat(
            asks("I bought a drill in May. It is still in its box. How long can I bring it back?"))
        .containsExactly(
            "I bought a drill in May. It is still in its box. How long can I bring it back?");
  }

  @Test
  void whatStandsBehindTheLastQuestionBelongsToIt() {
    assertThat(asks("Do you deliver? I live on Gozo."))
        .containsExactly("Do you deliver? I live on Gozo.");
  }

  @Test
  void aComplaintWithoutAQuestionIsOnePiece() {
    assertThat(asks("Good morning. The vase came in pieces. Two of the plates too. Regards, Kim"))
        .containsExactly("The vase came in pieces. Two of the plates too.");
  }

  @Test
  void smallTalkAloneIsKept() {
    assertThat(asks("Thanks a lot!")).containsExactly("Thanks a lot!");
    assertThat(asks("hi")).containsExactly("hi");
    assertThat(asks("")).isEmpty();
    assertThat(asks("\n \n")).isEmpty();
  }

  @Test
  void abbreviationsAndDatesEndNoSentence() {
    assertThat(asks("Where is order no. 4455 of 12. May, i.e. the one for approx. 30 chairs?"))
        .hasSize(1);
  }

  @Test
  void linesBrokenByAMailProgramAreWhole() {
    assertThat(
            asks(
                "Could you please tell me whether the garden table that I ordered\n"
                    + "on the second of May will be sent this week?"))
        .containsExactly(
            "Could you please tell me whether the garden table that I ordered on the second of May"
                + " will be sent this week?");
  }

  @Test
  void anyTextGivesPiecesInTime() {
    Random random = new Random(4);
    String alphabet = "ab AB?!.,;:\n\t()1290-'\"ßéж中😀\u0000\uD83D and und ";
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(400); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(Asks.in(text.toString())).allMatch(piece -> !piece.text().isEmpty());
    }
    assertThat(Asks.in("and what is ".repeat(700))).isNotEmpty();
    assertThat(Asks.in("hello dear ".repeat(700))).isNotEmpty();
    assertThat(Asks.in("thanks a b c ".repeat(600))).isNotEmpty();
    assertThat(Asks.in("1) ".repeat(2_600))).isNotNull();
  }
}
