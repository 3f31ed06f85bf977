package deskhand.triage.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PriceTest {
  @Test
  void aPriceIsAskedForInManyWays() {
    assertThat(
            List.of(
                "What does the label cost?",
                "how much do you charge for it",
                "Is there anything to pay at the door?",
                "and who pays the postage",
                "Was kostet der Versand?",
                "wat gaat er voor het label af?"))
        .allMatch(Price::isAsked);
    assertThat(
            List.of(
                "How much time do I have to cancel?",
                "What is in the box?",
                "I paid on Friday, where is it?"))
        .noneMatch(Price::isAsked);
  }

  @Test
  void aPriceIsToldByASumOrByWhoPays() {
    assertThat(
            List.of(
                "The label costs €4.20.",
                "Returns are free.",
                "You pay the postage yourself.",
                "Carriers ask for nothing more."))
        .allMatch(Price::isTold);
    assertThat(
            List.of(
                "Latest scan: \"Held by customs: import charges not settled\".",
                "Your order was delivered on 12 September."))
        .noneMatch(Price::isTold);
  }

  @Test
  void aPriceAndATimeAreAskedForInOneBreathAndWithoutAccents() {
    assertThat(
            List.of(
                "cuanto cuesta el envio y cuanto tarda",
                "¿Cuánto descuentan por la etiqueta y cuánto tarda?",
                "combien coute l'envoi, et combien de jours faut-il ?",
                "quanto trattenete per il reso e quanto ci mette?"))
        .allMatch(Price::isAsked)
        .allSatisfy(text -> assertThat(AskKind.of(text)).contains(AskKind.MONEY, AskKind.TIME));
  }

  @Test
  void whetherItIsFreeIsAskedAsAPrice() {
    assertThat(Price.isAsked("Is the label free?")).isTrue();
    assertThat(Price.isAsked("Et l'étiquette est-elle gratuite ?")).isTrue();
    assertThat(Price.isAsked("Is the tent waterproof?")).isFalse();
  }
}
