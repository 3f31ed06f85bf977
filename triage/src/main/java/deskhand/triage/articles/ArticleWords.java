package deskhand.triage.articles;

import java.util.Locale;
import java.util.Map;

/// Words by which an article on a matter is found, whatever a question is put in.
final class ArticleWords {
  private static final Map<String, String> DELIVERY =
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

  private static final Map<String, String> PAYING =
      Map.of(
          "en", "ways to pay, payment methods, cards we accept and do not accept",
          "de", "Zahlungsarten, Bezahlen, Karten, nehmen wir nicht",
          "nl", "betaalmethoden, betalen, kaarten, accepteren we niet",
          "fr", "moyens de paiement, payer, cartes, n'acceptons pas",
          "es", "formas de pago, pagar, tarjetas, no aceptamos",
          "it", "metodi di pagamento, pagare, carte, non accettiamo");

  private ArticleWords() {}

  static String delivery(Locale language) {
    return in(DELIVERY, language);
  }

  /// What is not sent there.
  static String limits(Locale language, String place) {
    return in(LIMITS, language) + " " + place;
  }

  static String paying(Locale language) {
    return in(PAYING, language);
  }

  private static String in(Map<String, String> words, Locale language) {
    String english = words.getOrDefault("en", "");
    return words.getOrDefault(language.getLanguage(), english);
  }
}
