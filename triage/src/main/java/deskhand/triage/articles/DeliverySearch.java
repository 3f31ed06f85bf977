package deskhand.triage.articles;

import java.util.Locale;
import java.util.Map;

/// Words by which the article on delivery is found, whatever a question is put in.
final class DeliverySearch {
  private static final Map<String, String> WORDS =
      Map.of(
          "en", "delivery shipping destinations countries carrier price time free from not listed",
          "de", "Versand Lieferung Länder Versandkosten Lieferzeit kostenlos ab",
          "nl", "verzending bezorging landen verzendkosten levertijd gratis vanaf",
          "fr", "livraison pays frais de port délai offerts à partir de",
          "es", "envío entrega países gastos de envío plazo gratis desde",
          "it", "spedizione consegna paesi costi tempi gratis da");

  private static final Map<String, String> LIMITS =
      Map.of(
          "en", "cannot be sent, not delivered to, only within, restrictions for some goods",
          "de", "nicht versendet, liefern wir nicht, nur innerhalb, Einschränkungen",
          "nl", "niet verzonden, leveren we niet, alleen binnen, beperkingen",
          "fr", "ne livrons pas, uniquement, restrictions pour certains articles",
          "es", "no enviamos, solo dentro de, restricciones",
          "it", "non spediamo, solo in, restrizioni");

  private DeliverySearch() {}

  /// The same for what some goods are not sent to.
  static String limits(Locale language, String place) {
    return LIMITS.getOrDefault(language.getLanguage(), "not delivered to, only within")
        + " "
        + place;
  }

  static String words(Locale language) {
    return WORDS.getOrDefault(language.getLanguage(), "delivery shipping countries");
  }
}
