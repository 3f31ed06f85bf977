package deskhand.conversations.email.mime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Message-IDs (RFC 5322 section 3.6.4) of fields that may be folded, doubled, unquoted or endless.
///
/// An id longer than a line may be (998 octets) is replaced by its SHA-256 in the same shape: it
/// still names the same mail, here and in the replies to it.
public final class MessageIds {
  private static final int LONGEST = 998;
  private static final int MOST = 100;
  private static final Pattern BRACKETED = Pattern.compile("<[^<>]*>");

  private MessageIds() {}

  /// The id of a field that holds one, or the empty text.
  public static String one(String field) {
    String text = EncodedWords.decode(field).strip();
    Matcher bracketed = BRACKETED.matcher(text);
    return bounded(bracketed.find() ? bracketed.group().replaceAll("\\s", "") : text);
  }

  /// The ids of a field, oldest first: of very many, the first and the newest.
  public static List<String> many(String field) {
    List<String> ids = new ArrayList<>();
    Matcher bracketed = BRACKETED.matcher(field);
    while (bracketed.find()) {
      ids.add(bounded(bracketed.group().replaceAll("\\s", "")));
    }
    if (ids.isEmpty()) {
      for (String word : field.strip().split("[\\s,]+", -1)) {
        if (!word.isEmpty()) {
          ids.add(bounded(word));
        }
      }
    }
    if (ids.size() <= MOST) {
      return ids;
    }
    List<String> kept = new ArrayList<>(ids.subList(0, 1));
    kept.addAll(ids.subList(ids.size() - MOST + 1, ids.size()));
    return kept;
  }

  private static String bounded(String id) {
    if (id.length() <= LONGEST) {
      return id;
    }
    return "<" + sha256(id.getBytes(StandardCharsets.UTF_8)) + "@long.invalid>";
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
