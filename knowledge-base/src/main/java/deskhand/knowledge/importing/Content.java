package deskhand.knowledge.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import deskhand.knowledge.Upload;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;

/// The text of an uploaded file. Binary files of every kind are refused, whatever their name says.
final class Content {
  /// How files begin that are no text.
  private static final Map<String, String> MAGIC = new LinkedHashMap<>();

  static {
    MAGIC.put("PK\u0003\u0004", "an archive or an Office document");
    MAGIC.put("PK\u0005\u0006", "an archive");
    MAGIC.put("\u001f\u008b", "a compressed file");
    MAGIC.put("BZh", "a compressed file");
    MAGIC.put("\u00fd7zXZ", "a compressed file");
    MAGIC.put("(\u00b5/\u00fd", "a compressed file");
    MAGIC.put("7z\u00bc\u00af", "an archive");
    MAGIC.put("Rar!", "an archive");
    MAGIC.put("%PDF", "a PDF");
    MAGIC.put("\u00d0\u00cf\u0011\u00e0", "an old Office document");
    MAGIC.put("{\\rtf", "a rich text document");
    MAGIC.put("\u0089PNG", "a picture");
    MAGIC.put("\u00ff\u00d8\u00ff", "a picture");
    MAGIC.put("GIF8", "a picture");
    MAGIC.put("\u007fELF", "a program");
    MAGIC.put("MZ", "a program");
  }

  private Content() {}

  static String text(Upload upload) {
    byte[] content = upload.content();
    if (content.length > Upload.MOST_BYTES) {
      throw new Refusal(
          "The file is larger than " + Upload.MOST_BYTES / 1024 / 1024 + " MB. Split it.");
    }
    if (content.length == 0) {
      throw new Refusal("The file is empty.");
    }
    refuseBinary(content);
    String text = decode(content).replace("\r\n", "\n").replace('\r', '\n');
    if (text.chars().anyMatch(Content::isBinary)) {
      throw new Refusal("The file is no text: it holds characters that no text has.");
    }
    if (text.isBlank()) {
      throw new Refusal("The file is empty.");
    }
    return text;
  }

  private static void refuseBinary(byte[] content) {
    String start = new String(content, 0, Math.min(content.length, 8), ISO_8859_1);
    MAGIC.forEach((magic, what) -> {
      if (start.startsWith(magic) && !(magic.equals("MZ") && isText(content))) {
        throw new Refusal("The file is " + what + ", not text. Save its text and give that.");
      }
    });
  }

  private static boolean isText(byte[] content) {
    for (byte one : content) {
      if (one == 0) {
        return false;
      }
    }
    return true;
  }

  private static String decode(byte[] content) {
    if (begins(content, 0xEF, 0xBB, 0xBF)) {
      return strictly(content, 3, UTF_8);
    }
    if (begins(content, 0xFF, 0xFE)) {
      return strictly(content, 2, UTF_16LE);
    }
    if (begins(content, 0xFE, 0xFF)) {
      return strictly(content, 2, UTF_16BE);
    }
    return strictly(content, 0, UTF_8);
  }

  private static boolean begins(byte[] content, int... bytes) {
    if (content.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((content[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /// A guess at the charset could quote a wrong letter or sign to a customer: what is no UTF-8 is
  /// refused.
  private static String strictly(byte[] content, int from, Charset charset) {
    ByteBuffer bytes = ByteBuffer.wrap(content, from, content.length - from);
    try {
      return charset.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException broken) {
      int line = 1;
      for (int i = 0; i < bytes.position(); i++) {
        line += content[i] == '\n' ? 1 : 0;
      }
      throw new Refusal(
          "The file is not in UTF-8 (see line " + line + "). Save it as UTF-8 and give it again.");
    }
  }

  private static boolean isBinary(int c) {
    return c < ' ' && c != '\n' && c != '\t' && c != '\f';
  }
}
