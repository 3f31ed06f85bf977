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

  private static final Map<String, String> SERVICES =
      Map.of(
          "en", "express next-day delivery, pick-up points, lockers, collect at our shop, kept for",
          "de", "Express, Packstation, Paketshop, Abholung im Laden, aufbewahrt",
          "nl", "spoedlevering, afhaalpunt, ophalen in de winkel, bewaard",
          "fr", "livraison express, point relais, retrait en boutique, conservé",
          "es", "envío urgente, punto de recogida, recoger en tienda, guardado",
          "it", "spedizione espressa, punto di ritiro, ritiro in negozio, giacenza");

  private static final Map<String, String> TRADE =
      Map.of(
          "en", "wholesale, trade accounts, shops and resellers: apply, minimum first order",
          "de", "Händler, Wiederverkäufer, Großhandel: bewerben, Mindestbestellwert Erstbestellung",
          "nl", "wederverkopers, groothandel: aanmelden, minimale eerste bestelling",
          "fr", "revendeurs, professionnels : candidature, première commande minimum",
          "es", "revendedores, mayoristas: solicitud, pedido mínimo, primer pedido",
          "it", "rivenditori, ingrosso: candidatura, primo ordine minimo");

  private static final Map<String, String> GIFTS =
      Map.of(
          "en", "returning a gift or present: receiver, store credit, buyer is not told",
          "de", "Geschenk zurückgeben: Beschenkte, Gutschein, Käufer",
          "nl", "cadeau terugsturen: ontvanger, tegoed, koper",
          "fr", "retourner un cadeau : destinataire, avoir, acheteur",
          "es", "devolver un regalo: destinatario, vale, comprador",
          "it", "restituire un regalo: destinatario, buono, acquirente");

  private static final Map<String, String> VOUCHERS =
      Map.of(
          "en",
              "gift cards, gift vouchers: valid for years, several in one order, online and in the shop",
          "de", "Gutscheine, Geschenkkarten: gültig, mehrere pro Bestellung, online und im Laden",
          "nl",
              "cadeaubonnen, cadeaukaarten: geldig, meerdere per bestelling, online en in de winkel",
          "fr", "cartes cadeaux : validité, plusieurs par commande, en ligne et en boutique",
          "es", "tarjetas regalo: validez, varias por pedido, en línea y en la tienda",
          "it", "buoni regalo: validità, più buoni per ordine, online e in negozio");

  private ArticleWords() {}

  static String vouchers(Locale language) {
    return in(VOUCHERS, language);
  }

  static String gifts(Locale language) {
    return in(GIFTS, language);
  }

  static String trade(Locale language) {
    return in(TRADE, language);
  }

  static String services(Locale language) {
    return in(SERVICES, language);
  }

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
