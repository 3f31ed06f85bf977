package deskhand.conversations.email.text;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/// What the usual mail programs say by their markup: this is quoted, from here on all is older,
/// this is the signature, this is not shown.
final class MailMarkup {
  private static final Set<String> UNSEEN =
      Set.of("head", "style", "script", "title", "template", "noscript", "object", "textarea");

  /// The quotation, in the markup of Gmail, Yahoo, Thunderbird, Proton, Zoho, Zimbra, GMX,
  /// Tutanota, Front, Airmail.
  private static final Set<String> QUOTE_CLASSES =
      Set.of(
          "gmail_quote",
          "gmail_quote_container",
          "yahoo_quoted",
          "protonmail_quote",
          "zmail_extra",
          "tutanota_quote",
          "front-blockquote",
          "gmx_quote",
          "quote_container",
          "moz-cite-prefix",
          "wl-quote",
          "qt",
          "ms-outlook-mobile-reference-message",
          "hcv-quote");

  /// From here on, all is older: Outlook on the web, on the Mac, on phones; Hotmail.
  private static final Set<String> REST_IDS =
      Set.of(
          "divrplyfwdmsg",
          "appendonsend",
          "olk_src_body_section",
          "stopspelling",
          "mail-editor-reference-message-container",
          "ms-outlook-mobile-body-separator-line",
          "x_divrplyfwdmsg",
          "x_appendonsend",
          "reply-intro",
          "originalmessage");

  private static final Set<String> SIGNATURE_CLASSES =
      Set.of("gmail_signature", "moz-signature", "protonmail_signature_block", "signature_block");

  private static final Set<String> SIGNATURE_IDS =
      Set.of("signature", "x_signature", "ms-outlook-mobile-signature", "applemailsignature");

  private MailMarkup() {}

  /// Not shown to the reader: what only a machine would read is not the writer's word.
  static boolean unseen(Element element) {
    if (UNSEEN.contains(element.normalName()) || element.hasAttr("hidden")) {
      return true;
    }
    String style = squeezed(element.attr("style"));
    return style.contains("display:none")
        || style.contains("visibility:hidden")
        || style.contains("mso-hide:all")
        || style.contains("font-size:0;")
        || style.contains("font-size:0px")
        || style.contains("opacity:0;");
  }

  /// A container of "On … wrote:" and a quotation: what stands below the first quotation in it may
  /// be an answer.
  static boolean introduced(Element element) {
    return !element.normalName().equals("blockquote")
        && hasClass(element, QUOTE_CLASSES)
        && element.children().stream().anyMatch(child -> child.normalName().equals("blockquote"));
  }

  static boolean quote(Element element) {
    return element.normalName().equals("blockquote")
        || hasClass(element, QUOTE_CLASSES)
        || (element.normalName().equals("div") && element.attr("name").equals("quote"))
        || element.attr("data-marker").equals("__QUOTED_TEXT__");
  }

  /// Outlook on the desktop rules a line of these colours above the older mail.
  static boolean opensRest(Element element) {
    if (element.normalName().equals("div")) {
      String style = squeezed(element.attr("style"));
      if (style.contains("border-top:solid#b5c4df1.0pt")
          || style.contains("border-top:solid#e1e1e11.0pt")
          || style.contains("border-top:1ptsolidrgb(181,196,223)")
          || style.contains("border-top:1ptsolidrgb(225,225,225)")
          || style.contains("border-top:1pxsolidrgb(225,225,225)")) {
        return true;
      }
    }
    return REST_IDS.contains(element.id().toLowerCase(Locale.ROOT));
  }

  static boolean signature(Element element) {
    return hasClass(element, SIGNATURE_CLASSES)
        || SIGNATURE_IDS.contains(element.id().toLowerCase(Locale.ROOT));
  }

  private static boolean hasClass(Element element, Set<String> classes) {
    if (!element.hasAttr("class")) {
      return false;
    }
    for (String name : element.classNames()) {
      String lower = name.toLowerCase(Locale.ROOT);
      // Outlook on the web puts `x_` before every class it shows.
      if (classes.contains(lower.startsWith("x_") ? lower.substring(2) : lower)) {
        return true;
      }
    }
    return false;
  }

  private static String squeezed(String style) {
    return style.isEmpty() ? "" : (style.replaceAll("\\s", "") + ";").toLowerCase(Locale.ROOT);
  }
}
