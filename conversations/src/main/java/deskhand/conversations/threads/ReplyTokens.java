package deskhand.conversations.threads;

import deskhand.conversations.ConversationId;
import deskhand.store.EmailAddress;
import deskhand.store.Secrets;
import deskhand.store.StoreId;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Signed tags for the address that answers go to: `c`, the conversation's number, `d`, the day it
/// was made, `s`, a signature over both and the customer's address, in lower-case letters and
/// digits.
///
/// A tag ties an answer to its conversation where In-Reply-To was lost, and only with the same
/// From. It proves nothing else.
@Component
public class ReplyTokens {
  private static final Pattern FORM =
      Pattern.compile("c([0-9a-z]{1,13})d([0-9a-z]{1,6})s([a-v0-9]{16})");
  private static final int BASE = 36;
  private static final int SIGNATURE_CHARACTERS = 16;

  private final Secrets secrets;
  private final ThreadsSettings settings;

  ReplyTokens(Secrets secrets, ThreadsSettings settings) {
    this.secrets = secrets;
    this.settings = settings;
  }

  public String make(
      StoreId store, ConversationId conversation, EmailAddress customer, Instant at) {
    long day = LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay();
    return "c"
        + Long.toString(conversation.value(), BASE)
        + "d"
        + Long.toString(day, BASE)
        + "s"
        + signature(store, conversation, customer, day);
  }

  /// The conversation of a tag that was made for that sender and is not too old.
  public Optional<ConversationId> read(StoreId store, String tag, EmailAddress from, Instant now) {
    Matcher parts = FORM.matcher(tag.strip().toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      return Optional.empty();
    }
    ConversationId conversation;
    long day;
    try {
      conversation = new ConversationId(Long.parseLong(parts.group(1), BASE));
      day = Long.parseLong(parts.group(2), BASE);
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
    long age = LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay() - day;
    boolean ours =
        MessageDigest.isEqual(
            signature(store, conversation, from, day)
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII),
            parts.group(3).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    return ours && age >= 0 && age <= settings.replyToken().toDays()
        ? Optional.of(conversation)
        : Optional.empty();
  }

  /// 80 bits of an HMAC in base 32 (digits and a to v).
  private String signature(
      StoreId store, ConversationId conversation, EmailAddress customer, long day) {
    byte[] all =
        secrets.sign("reply token", store + " " + conversation + " " + customer + " " + day);
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (int i = 0; text.length() < SIGNATURE_CHARACTERS; i++) {
      bits = (bits << 8 | (all[i] & 0xFF)) & 0xFFFF;
      held += 8;
      while (held >= 5 && text.length() < SIGNATURE_CHARACTERS) {
        held -= 5;
        text.append(Character.forDigit(bits >> held & 31, 32));
      }
    }
    return text.toString();
  }
}
