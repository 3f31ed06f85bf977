package deskhand.triage;

import java.util.Locale;
import java.util.regex.Pattern;

/// Whether a text asks what something costs or who pays it, and whether one tells it.
final class Price {
  private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS;
  private static final Pattern ASKED =
      Pattern.compile(
          "\\bhow much\\b(?! (more )?(time|longer|notice|space|room|of)).{0,40}\\b(cost|costs|charge|charged|charges|pay|paid|fee|fees|postage|price|is (the|it)|are (the|they)|would|will|do (you|u|i)|for|deduct\\w*|taken)\\b|\\bwhat\\b.{0,40}\\b(cost|costs|charge|charges|pay|fee|price|deduct\\w*)\\b|\\b(anything|something|extra|more)\\b.{0,20}\\bto pay\\b|\\bwhat\\b.{0,40}\\b(comes?|take|taken|knock\\w*) off\\b|\\bwhat (do|will|would) (you|u|they) (take|keep|want|ask|charge)\\b|\\bwho (pays|covers)\\b|\\bat whose (cost|expense)\\b|\\b(do|must|should|will) (i|we) (have to |need to )?pay\\b"
              + "|\\b(wie viel|wieviel|was) (kostet|kosten|zahle|ziehen|behalten|wird .{0,30}(abgezogen|einbehalten))\\b|\\bwer (zahlt|bezahlt|trägt)\\b|\\b(hoeveel|wat) (kost|kosten|betaal|gaat er)\\b|\\bwie betaalt\\b|\\bcombien (coûte|ça coûte|dois-je|vais-je)|\\bqui paie\\b|\\bcuánto (cuesta|vale|pago)\\b|\\bquién paga\\b|\\bquanto (costa|pago)\\b|\\bchi paga\\b",
          FLAGS);

  /// What says who pays, or what.
  private static final Pattern TOLD =
      Pattern.compile(
          "[€$£]\\s?\\d|\\d\\s?[€$£]|\\d\\s?(eur|euros?|chf|usd|gbp|cad|aud|kr|nok|sek|dkk|pounds?|dollars?|%)|\\b(chf|nok|sek|dkk|cad|usd|kr)\\s?\\d|\\b(free|pays?|expense|deduct\\w*|included?|(your|our|own) (own )?(cost|account|expense)|(no|without) (\\w+ )?(charges?|costs?|fees?)|nothing|gratis|kostenlos|zahl\\w*|tragen|trägt|betaal\\w*|gratuit\\w*|paie\\w*|paga\\w*)\\b",
          FLAGS);

  private Price() {}

  static boolean isAsked(String text) {
    return ASKED.matcher(low(text)).find();
  }

  static boolean isTold(String text) {
    return TOLD.matcher(low(text)).find();
  }

  private static String low(String text) {
    return text.toLowerCase(Locale.ROOT).replace('’', '\'');
  }
}
