package deskhand.conversations.email.text;

import java.util.List;
import java.util.regex.Pattern;

/// Where a block of text turns into its signature: the delimiter of Usenet (RFC 3676 section 4.3),
/// a mail program's "sent from my …", a closing with a name, a mailing list's footer.
final class Signatures {
  private static final int MOST_LINES = 30;
  private static final int MOST_CLOSING_LINES = 8;
  private static final int MOST_FOOTER_LINES = 10;
  private static final int LONGEST_NAME_LINE = 60;

  /// A longer line belongs to no signature.
  private static final int LONGEST_LINE = 300;

  private static final Pattern DELIMITER = Pattern.compile("^\\s{0,3}(?:-- ?|—|–|__|–-)\\s*$");
  private static final Pattern RULE = Pattern.compile("^\\s*[-_=*~#+—–]{2,}\\s*$");
  private static final Pattern NO_WORDS = Pattern.compile("^[^\\p{L}\\p{N}]*$");

  private static final String DEVICE =
      "(?:i-?phone|i-?pad|i-?pod|android|blackberry|samsung|galaxy|huawei|honor|xiaomi|redmi|oneplus|"
          + "pixel|nokia|htc|lg|sony|xperia|motorola|moto|windows|surface|outlook|mail|e-?mail|yahoo|"
          + "gmail|aol|mobile?|mobil\\w*|móvil|mobiel\\w*|celular|phone|smartphone|handy|tablet|"
          + "téléphone|telefon\\w*|puhelim\\w*|proton\\w*|spark|thunderbird|k-9|web\\.de|gmx|telekom|"
          + "libero|mac(?:book)?|icloud|apple watch|mymail|mailbird|airmail|nine|zoho|ios|verizon|at&t|"
          + "t-mobile|orange|vodafone|free|ovi|kindle|fire|hotmail|boxer|good|typeapp|bluemail|"
          + "superhuman|hey|tutanota|tuta|fairphone|oppo|realme|vivo|asus|zte|palm|treo|device)";

  /// "Sent from my iPhone" and its like; a sentence that goes on ("from my desk, which…") is none.
  private static final Pattern SENT_FROM =
      Pattern.compile(
          "^[\\s*_]*(?:(?:sent|posted|written) (?:from|via|with|using|by)|get outlook|download outlook|"
              + "von mein\\w* .{0,40}gesendet|gesendet (?:von|mit|über|aus|via)|diese nachricht wurde von|"
              + "hol\\w* .{0,15}outlook|outlook für|"
              + "verzonden (?:vanaf|met|via|van|vanuit)|verstuurd (?:vanaf|met|via)|"
              + "envoyé (?:de|depuis|à partir|avec|via|par)|télécharge\\w* outlook|obtenez outlook|"
              + "enviado (?:desde|con|mediante|do|da|a partir|pelo|via|de)|obtener outlook|obter o outlook|"
              + "inviato (?:da|dal|con|tramite)|scarica outlook|ottieni outlook|"
              + "sendt (?:fra|via|med)|hent outlook|få outlook|skickat (?:från|med|via)|hämta outlook|"
              + "wysłan[eoy] (?:z|ze|za)|pobierz outlook|lähetetty|hanki outlook|"
              + "отправлено (?:с|из|со)|надіслано|odesláno|elküldve|gönderildi)\\b?.{0,60}$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern NAMES_DEVICE =
      Pattern.compile(
          "(?<![\\p{L}])" + DEVICE + "(?:sta|lta|stä|'?dan|ból|ből)?(?![\\p{L}])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern SENT_FROM_ASIAN =
      Pattern.compile(
          "^(?:发自我的|從我的|从我的|傳自我的).{1,30}$|^.{1,20}から送信$|^나의 .{1,20}에서 보냄$|^.{1,20}'?[dt][ae]n gönderildi$");

  /// Written out as lines of their own: what people put above their name.
  private static final Pattern CLOSING =
      Pattern.compile(
          "^[\\s*_]*(?:(?:with )?(?:(?:my |our )?(?:best|kind|kindest|warm|warmest|many|friendly) )?regards|"
              + "regards|best wishes|all the best|best|cheers|sincerely|yours(?: \\w+){0,2}|"
              + "(?:many |kind )?thanks(?: (?:again|so much|a lot|in advance|and regards|&amp; regards|& regards))?|"
              + "thank you(?: (?:very much|so much|in advance|again))?|respectfully|cordially|rgds|br|ty|thx|"
              + "(?:with )?(?:thanks|thank you) and (?:best |kind )?regards|"
              + "(?:mit )?(?:freundlichen?|besten?|lieben?|herzlichen?|schönen?|viele[nr]?|beste|liebe|schöne) (?:lieben? |herzlichen? )?grü(?:ß|ss)en?(?: .{1,20})?|"
              + "(?:mfg|lg|vg|bg|gru(?:ß|ss)|grüße|grüsse|beste gruesse|viele gruesse|mit freundlichen gruessen|hochachtungsvoll|ihr|ihre|danke|vielen dank|danke im voraus|vielen dank im voraus)|"
              + "(?:met )?(?:vriendelijke|hartelijke|beste) groet(?:en)?|groet(?:en|jes)?|mvg|(?:alvast )?(?:bedankt|dank)|"
              + "(?:bien )?cordialement|bien à vous|(?:très )?cordialement|(?:sincères )?salutations|cdt|merci(?: (?:d'avance|beaucoup))?|bonne journée|amicalement|"
              + "(?:un )?(?:cordial |afectuoso )?saludos?(?: cordiales)?|atentamente|atte|(?:muchas )?gracias|un abrazo|"
              + "(?:cordiali|distinti) saluti|saluti|cordialmente|grazie(?: mille)?|"
              + "(?:com os )?(?:melhores )?cumprimentos|atenciosamente|att|(?:muito )?obrigad[oa]|abraços?|"
              + "(?:med )?(?:venlig|vänlig|vennlig|bedste|bästa|beste|hjertelig) hils(?:en|ning|ninger)|(?:med )?vänliga hälsningar|hälsningar|mvh|vh|(?:på forhånd )?takk?|tack(?: på förhand)?|hilsen|"
              + "(?:z )?(?:poważaniem|pozdrowieniami)|pozdrawiam|(?:serdecznie )?pozdrawiam|dziękuję(?: z góry)?|"
              + "(?:ystävällisin|parhain) terveisin|terveisin|t\\.|kiitos|с уважением|спасибо|з повагою)[\\s,.!;:*_–-]*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// A closing and a name on one line: "Regards, Roman".
  private static final Pattern CLOSING_AND_NAME =
      Pattern.compile(
          "^[\\s*_]*(?:(?:best |kind |warm )?regards|cheers|sincerely|best|greetings|"
              + "(?:viele|liebe|beste|mit freundlichen) grüßen?|lg|vg|mfg|gruß|groet(?:en|jes)?|mvg|cordialement|saludos|saluti|"
              + "cumprimentos|mvh|hilsen|hälsningar|pozdrawiam|terveisin)[,]? (?:\\p{Lu}[\\p{L}.'’-]{0,20} ?){1,3}$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern DASH_NAME =
      Pattern.compile(
          "^\\s*(?:[-–—]|--|~)\\s?\\p{Lu}[\\p{L}.'’-]{0,20}(?: \\p{Lu}[\\p{L}.'’-]{0,20}){0,3}\\s*$");

  private static final Pattern CONTACT =
      Pattern.compile(
          "(?:https?://|www\\.)\\S|\\S@\\S+\\.\\S|\\+?\\d[\\d ()/.-]{7,}\\d|mailing list|unsubscribe|tel\\.?:|phone|fax",
          Pattern.CASE_INSENSITIVE);

  /// A form's line, "Order number: 1042"; not those of a business card.
  private static final Pattern FIELD =
      Pattern.compile(
          "^(?!(?:tel|telefon\\w*|phone|mobil\\w*|cell|fax|mail|e-?mail|web|www|site|https?|m|t|f|e|w|skype|office|direct|büro|handy)\\b)[\\p{L} _-]{2,30}:\\s*\\S",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Signatures() {}

  /// Whether the line alone is a mail program's "sent from".
  static boolean sentFrom(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.length() > 120) {
      return false;
    }
    if (SENT_FROM_ASIAN.matcher(text).matches()) {
      return true;
    }
    String bare = text.replaceAll("[<(\\[]\\s*https?://[^>)\\]]*[>)\\]]?", "").strip();
    boolean goesOn = bare.contains(", ") || bare.contains("? ") || bare.matches(".*\\. \\p{Lu}.*");
    return !goesOn && SENT_FROM.matcher(bare).find() && NAMES_DEVICE.matcher(bare).find();
  }

  /// The index at which the signature of this block starts, or its size where there is none.
  static int start(List<Line> block) {
    int end = block.size();
    for (int i = 0; i < end; i++) {
      if (block.get(i).mark() == Line.Mark.SIGNATURE) {
        return i;
      }
    }
    for (int i = 0; i < end; i++) {
      String text = block.get(i).text();
      if (text.length() > LONGEST_LINE) {
        continue;
      }
      if (DELIMITER.matcher(text).matches() && end - i <= MOST_LINES) {
        return i;
      }
      if (RULE.matcher(text).matches() && said(block, i) && footer(block, i + 1)) {
        return Math.min(i, closing(block.subList(0, i)));
      }
      if (sentFrom(text) && (onlyBlank(block, i + 1) || footer(block, i + 1))) {
        return i;
      }
    }
    return closing(block);
  }

  /// Whether something was said above: a heading over a table or a form's fields is not enough.
  private static boolean said(List<Line> block, int end) {
    for (int i = end - 1; i >= 0; i--) {
      String text = block.get(i).text().strip();
      if (!text.isEmpty()) {
        return !text.endsWith(":");
      }
    }
    return true;
  }

  private static int closing(List<Line> block) {
    int end = block.size();
    int seen = 0;
    for (int i = end - 1; i >= 0 && seen <= MOST_CLOSING_LINES; i--) {
      if (block.get(i).blank()) {
        continue;
      }
      seen++;
      String text = block.get(i).text();
      if (text.length() > LONGEST_LINE) {
        return end;
      }
      boolean closes = CLOSING.matcher(text).matches();
      if (closes && names(block, i + 1)) {
        int start = withClosingAbove(block, i);
        return onlyBlank(block.subList(0, start), 0) ? end : start;
      }
      boolean last = onlyBlank(block, i + 1) && !onlyBlank(block.subList(0, i), 0);
      if (last && (CLOSING_AND_NAME.matcher(text).matches() || DASH_NAME.matcher(text).matches())) {
        return i;
      }
    }
    return end;
  }

  /// "Thanks," above "Best regards," belongs to it.
  private static int withClosingAbove(List<Line> block, int at) {
    for (int i = at - 1; i >= 0 && i >= at - 2; i--) {
      if (!block.get(i).blank()) {
        return CLOSING.matcher(block.get(i).text()).matches() ? i : at;
      }
    }
    return at;
  }

  /// Short lines without a question or a sentence: a name, a role, a shop, a telephone number.
  private static boolean names(List<Line> block, int from) {
    int lines = 0;
    for (int i = from; i < block.size(); i++) {
      String text = block.get(i).text().strip();
      if (text.isEmpty()) {
        continue;
      }
      lines++;
      if (text.length() > LONGEST_LINE) {
        return false;
      }
      boolean contact = CONTACT.matcher(text).find();
      int words = text.split("\\s+", -1).length;
      boolean name = text.length() <= LONGEST_NAME_LINE && words <= (lines == 1 ? 5 : 9);
      if ((text.contains("?") && !contact) || (!name && !contact) || lines > MOST_CLOSING_LINES) {
        return false;
      }
      if (lines == 1 && Character.isLowerCase(text.charAt(0)) && words > 3) {
        return false;
      }
    }
    return true;
  }

  private static boolean onlyBlank(List<Line> block, int from) {
    for (int i = from; i < block.size(); i++) {
      if (!block.get(i).blank()) {
        return false;
      }
    }
    return true;
  }

  /// What may stand below a rule at the end: symbols alone, or some short lines with a way to reach
  /// somebody, or a name.
  private static boolean footer(List<Line> block, int from) {
    int lines = 0;
    int contacts = 0;
    int fields = 0;
    boolean wordless = true;
    boolean shortLines = true;
    for (int i = from; i < block.size(); i++) {
      String text = block.get(i).text().strip();
      if (text.isEmpty()) {
        continue;
      }
      lines++;
      wordless &= text.length() <= LONGEST_LINE && NO_WORDS.matcher(text).matches();
      if (!wordless && (lines > MOST_FOOTER_LINES || text.length() > LONGEST_LINE)) {
        return false;
      }
      boolean contact = CONTACT.matcher(text).find();
      contacts += contact ? 1 : 0;
      fields += FIELD.matcher(text).find() ? 1 : 0;
      shortLines &= contact || (text.length() <= LONGEST_NAME_LINE && !text.endsWith("?"));
    }
    if (wordless) {
      return true;
    }
    if (fields > 1) {
      return false;
    }
    boolean name =
        lines <= 2
            && shortLines
            && lines > 0
            && block.stream()
                .skip(from)
                .map(line -> line.text().strip())
                .filter(text -> !text.isEmpty())
                .allMatch(text ->
                    Character.isUpperCase(text.codePointAt(0))
                        && text.split("\\s+", -1).length <= 4
                        && !text.matches(".*[.!:].*"));
    return name || (shortLines && contacts > 0);
  }
}
