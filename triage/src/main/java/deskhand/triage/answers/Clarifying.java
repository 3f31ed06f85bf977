package deskhand.triage.answers;

import deskhand.triage.Case;
import java.util.Locale;
import java.util.regex.Pattern;

/// Tells from earlier turns whether the assistant has asked for an order's particulars already.
public final class Clarifying {
  private static final Pattern ASKED =
      Pattern.compile(
          "\\b(postcode|postal code|zip( code)?|order number|postleitzahl|bestellnummer|bestelnummer|code postal|numéro de commande|código postal|número de pedido|cap di consegna|codice postale|numero d'ordine|e-mail dell'ordine)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern WANTED =
      Pattern.compile(
          "\\b(need|please|send me|which|brauche|bitte|nodig|stuur|controleer|me faut|merci de|veuillez|necesito|envíame|comprueba|servono|mandami|controlla|could you|can you)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);

  private Clarifying() {}

  public static boolean before(Case given) {
    return times(given) > 0;
  }

  static long times(Case given) {
    return given.history().stream()
        .filter(turn -> turn.by() == Case.Turn.By.ASSISTANT)
        .map(turn -> turn.text().toLowerCase(Locale.ROOT))
        .filter(text -> ASKED.matcher(text).find() && WANTED.matcher(text).find())
        .count();
  }
}
