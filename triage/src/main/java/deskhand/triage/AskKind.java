package deskhand.triage;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What sort of answer a question wants.
enum AskKind {
  TIME(
      "how (long|fast|soon|quick\\w*|many (\\w+ )?(days|weeks|months|years|hours))|when\\b|until|\\btill?\\b|deadline|last (day|date|moment)|which (day|date)|what (day|date|time)|delivery time|by what|expire|valid|lead time"
          + "|wie (lange|schnell|viele tage)|wann|bis wann|lieferzeit|frist|hoe (lang|snel|veel dagen)|wanneer|tot wanneer|termijn|levertijd"
          + "|combien de (temps|jours)|quand|jusqu|délai|cuánt\\w+ (tiempo|días)|cuándo|hasta cuándo|plazo|quant\\w+ (tempo|giorni)|quando|entro quando|termine",
      "\\d+\\s*(-|–|to|bis|tot|à|a)?\\s*\\d*\\s*(working |business |calendar )?(day|week|month|year|hour|minute|werktag|tage?|woche|monat|jahr|stunde|werkdag|dag|week|maand|jaar|uur|jour|semaine|mois|an|heure|día|semana|mes|año|hora|giorn|settiman|mes|ann|or)\\w*"
          + "|\\b(same|next) (working |business )?day\\b|\\b\\d{1,2}[:.]\\d{2}\\b|\\b(january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b"
          + "|\\b(one|two|three|four|five|six|seven|ten|fourteen|thirty) (working |business )?(day|week|month|year|hour)s?\\b"),
  MONEY(
      "how much|cost|price|\\bcharge[sd]?\\b|\\bfees?\\b|\\bpays?\\b|\\bpaid\\b|\\bfree\\b|minimum|expensive|discount|€|\\$|£|\\beuros?\\b|\\bpounds?\\b|postage|deduct|keep for"
          + "|was kostet|kosten|wie ?viel|preis|gebühr|gratis|kostenlos|porto|hoeveel|kost|prijs|verzendkosten|gratis"
          + "|combien (coûte|ça)|prix|frais|gratuit|payer|cuánto (cuesta|vale)|precio|gastos|gratis|quanto costa|prezzo|spese|gratuit",
      "[€$£]\\s?\\d|\\d\\s?(€|\\$|£|eur|euro|chf|usd|gbp|kr)|\\d\\s?%|\\b(free|gratis|kostenlos|gratuit\\w*|free of charge|no charge)\\b|\\bchf\\s?\\d|\\bnok\\s?\\d"),
  MEASURE(
      "how (big|large|heavy|thick|wide|high|tall|hot|warm|strong|bright|many (pages|pieces|people|sheets|litres|liters|items))|size|dimension|weight|weigh|temperature|watt|lumen|capacity|which (bulb|battery)|what (size|colour|color|bulb)|gsm"
          + "|wie (groß|schwer|dick|hoch|breit|heiß)|größe|gewicht|hoe (groot|zwaar|dik|hoog|breed|warm)|maat|quelle taille|dimensions|poids|qué tamaño|che dimensione",
      "\\d\\s?(cm|mm|m|kg|g|ml|l|w|k|°|%|v|mah|lumen|inch|oz|pages|pieces|characters|sheets)\\b|\\d+\\s?[×x]\\s?\\d+"),
  CHOICE(
      "^\\W*(is|are|do|does|can|could|may|will|would|did|has|have|am)\\b|\\b(can|may|could|do|is it|are they|is there) (i|you|u|we|it|they|the|possible)\\b|possible|allowed|okay to|ok to"
          + "|\\b(kann|darf|können|gibt es|ist es)\\b|\\b(kan|mag|kunnen|is er|is het)\\b|\\b(puis-je|peut-on|est-ce|pouvez)\\b|\\b(puedo|se puede|es posible|hay)\\b|\\b(posso|si può|è possibile|c'è)\\b",
      "\\b(yes|no|not|can't|cannot|don't|never|only|possible|can be|ja|nein|nicht|kein\\w*|nee|niet|geen|oui|non|ne|pas|sí|no|sì|non)\\b");

  private final Pattern asked;
  private final Pattern answered;

  AskKind(String asked, String answered) {
    this.asked = Pattern.compile(asked, Pattern.UNICODE_CHARACTER_CLASS);
    this.answered = Pattern.compile(answered, Pattern.UNICODE_CHARACTER_CLASS);
  }

  static Set<AskKind> of(String ask) {
    String low = ask.toLowerCase(Locale.ROOT).replace('’', '\'');
    Set<AskKind> kinds = EnumSet.noneOf(AskKind.class);
    for (AskKind kind : values()) {
      if (kind.asked.matcher(low).find()) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  boolean answeredBy(String sentence) {
    return answered.matcher(sentence.toLowerCase(Locale.ROOT)).find();
  }
}
