package deskhand.triage.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  private final Languages languages = Languages.known();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | where is my order
          en | do u ship to usa
          en | My kettle is leaking, what can I do?
          en | can i return the jacket, never worn
          de | wo bleibt mein paket
          de | Die Jacke ist zu klein, was nun?
          de | Kann man auch auf Rechnung zahlen
          nl | waar blijft mijn pakje
          nl | Kan ik de broek nog ruilen?
          nl | hoeveel kost verzenden naar Frankrijk
          fr | où est mon colis
          fr | Je voudrais annuler ma commande
          fr | combien coûte la livraison en Belgique
          es | ¿dónde está mi paquete?
          es | quiero devolver los zapatos
          es | cuanto cuesta el envio a Portugal
          it | dov'è il mio pacco?
          it | vorrei restituire la giacca
          it | quanto costa la spedizione in Austria
          pt | onde está a minha encomenda?
          pt | quero devolver os sapatos, não servem
          da | hvor er min pakke, jeg har ikke fået den endnu
          sv | var är mitt paket, jag har inte fått det
          fi | missä pakettini on
          pl | gdzie jest moja paczka?
          cs | kde je moje objednávka
          hu | hol van a csomagom?
          ro | unde este coletul meu, nu a ajuns încă
          tr | siparişim nerede, hala gelmedi
          ru | где моя посылка
          uk | де моє замовлення, ще не приїхало
          el | πού είναι το δέμα μου
          ja | 荷物はいつ届きますか
          zh | 我的包裹在哪里
          ko | 제 소포는 어디에 있나요
          ar | أين طردي
          he | איפה החבילה שלי
          """)
  void tellsTheLanguageOfAShortText(String language, String text) {
    assertThat(languages.of(text)).contains(Locale.of(language));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ok thx
          LP-4411
          ???
          👍
          IPA 500 ml
          anna@example.org 10115
          """)
  void saysNothingWhereItIsNotSure(String text) {
    assertThat(languages.of(text)).isEmpty();
  }

  @Test
  void namesAndProductsOfAnotherLanguageDoNotChangeIt() {
    assertThat(
            languages.of("Can you tell me if the \"Schöne Grüße\" card is back in stock? Jürgen"))
        .contains(Locale.ENGLISH);
    assertThat(languages.of("Hallo, wann kommt der Hoodie \"Out of Office\" wieder rein?"))
        .contains(Locale.GERMAN);
  }
}
