package deskhand.conversations.email.nature;

import java.util.regex.Pattern;

/// Whether an address is dead, or only this delivery failed: from the enhanced status code (RFC
/// 3463) and the words beside it.
///
/// Dead is what will fail again whoever writes: no such mailbox, no such domain, moved. A full
/// mailbox, a policy, a filter, a size, a network are not the address's fault (STANDARDS).
final class BounceReason {
  private static final Pattern DEAD =
      words(
          "user (?:is )?(?:unknown|not (?:found|known))|unknown (?:user|recipient|address|mailbox|local[ -]part)|no such (?:user|recipient|mailbox|address|domain|account|person|alias)",
          "(?:mailbox|user|recipient|account|address|username|inbox)(?: \\S{1,100})? (?:is |was |does |has |could |can )?(?:not|n't) (?:found|exist|exists|known|a known|available|be found|valid|been found|list)",
          "does(?: not|n't) exist|doesn['’]t have an? \\S{1,40} account|doesn['’]t have an account|isn['’]t (?:an? )?(?:active|valid)|not a (?:known|valid) user|invalid (?:recipient|user|mailbox|address)|(?:recipient|address|user|mailbox)(?: \\S{1,100})? (?:is )?invalid",
          "unknown (?:user|recipient)|invalid (?:final delivery )?user|no mailbox here|no user|not (?:our|a) customer|unrouteable address|address (?:is )?unknown|recipient (?:address )?rejected: (?:user|unknown|undeliverable|no such|address)|(?:host|domain)(?: name)?(?: \\S{1,100})? (?:is )?(?:unknown|not found|does not exist|invalid)|no such host|name or service not known|nxdomain|null mx|mailbox unavailable or (?:access|not)",
          "recipientnotfound|recipnotfound|no longer (?:here|valid|works|available|in use|on)|has (?:been )?(?:moved|closed|deleted)|not listed in|no aliases|dosn't exist|unknown in virtual|domain is not (?:known|hosted)|delivery to the following recipients? (?:was )?aborted after|inactive user|bad (?:destination|address)|kein(?:e|en)? (?:benutzer|empfänger|postfach)|empfänger (?:ist )?unbekannt|destinataire inconnu|utilisateur inconnu|n'existe pas|non esiste|no existe|suppression list|permanent(?:ly)? suppressed");

  private BounceReason() {}

  static boolean permanent(String status, String words) {
    String text = words.length() > 4_000 ? words.substring(0, 4_000) : words;
    if (status.startsWith("4.") || status.startsWith("2.")) {
      return false;
    }
    boolean dead = DEAD.matcher(text).find();
    boolean otherwise = OTHERWISE.matcher(text).find();
    return switch (detail(status)) {
      case "1.1", "1.2", "1.3", "1.6", "1.10" -> !otherwise;
      case "4.4" -> true;
      case "2.2", "2.3", "3.1", "3.2", "3.4", "4.5", "4.7" -> false;
      default -> dead && !otherwise;
    };
  }

  /// What some hosts say under the code for an unknown mailbox, or about the sender's address.
  private static final Pattern OTHERWISE =
      words(
          "mailbox (?:is )?full|over ?quota|quota exceeded|spam|blacklist|blocked using|reputation",
          "in reply to mail from|sender (?:address )?rejected|disabled|suspended");

  private static String detail(String status) {
    return status.length() > 2 ? status.substring(2) : "";
  }

  private static Pattern words(String... alternatives) {
    return Pattern.compile(
        String.join("|", alternatives), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
