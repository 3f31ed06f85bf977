package deskhand.conversations.email.mime;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Bytes to text where the declared charset may be missing, unknown or a lie: the declared one if
/// it fits, then UTF-8, then what ICU's detector thinks, then Windows-1252.
///
/// A U+0000 never comes out (PostgreSQL's text refuses it).
final class Charsets {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int DETECTED_FROM = 20_000;
  private static final int LEAST_CONFIDENCE = 40;

  /// Charsets in which the bytes of ASCII mean something else.
  private static final Pattern OTHER_THAN_ASCII =
      Pattern.compile("utf-?(?:16|32)|ucs|ibm|cp|ebcdic|x-");

  /// Names that mail uses and Java does not know, or knows too narrowly (WHATWG Encoding section
  /// 4.2: what is called gb2312 is GB18030, and so on).
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("utf8", "utf-8"),
          Map.entry("utf-8n", "utf-8"),
          Map.entry("utf8mb4", "utf-8"),
          Map.entry("unicode", "utf-8"),
          Map.entry("gb2312", "gb18030"),
          Map.entry("gbk", "gb18030"),
          Map.entry("cp936", "gb18030"),
          Map.entry("x-gbk", "gb18030"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("cp932", "windows-31j"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("cp949", "x-windows-949"),
          Map.entry("big5", "big5-hkscs"),
          Map.entry("iso-8859-8-i", "iso-8859-8"),
          Map.entry("iso-8859-8-e", "iso-8859-8"),
          Map.entry("cp-850", "ibm850"),
          Map.entry("macintosh", "x-macroman"),
          Map.entry("mac", "x-macroman"),
          Map.entry("ansi", "windows-1252"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-2022-jp-2", "iso-2022-jp-2"),
          Map.entry("iso-2022-jp", "x-windows-iso2022jp"));

  private Charsets() {}

  static String decode(byte[] bytes, String declared) {
    return decode(bytes, declared, new Oddities());
  }

  static String decode(byte[] bytes, String declared, Oddities oddities) {
    return text(bytes, name(declared), oddities).replace('\0', '\uFFFD');
  }

  private static String text(byte[] bytes, String name, Oddities oddities) {
    Optional<String> marked = byMark(bytes);
    if (marked.isPresent()) {
      return marked.get();
    }
    if (name.equals("utf-7")
        || name.equals("unicode-1-1-utf-7")
        || name.equals("x-unicode-2-0-utf-7")) {
      return Utf7.decode(bytes);
    }
    boolean ascii = ascii(bytes);
    boolean escapes = ascii && escapes(bytes);
    // Before any look-up of a name: Java searches long for one that it does not know.
    if (ascii && !escapes && !OTHER_THAN_ASCII.matcher(name).lookingAt()) {
      return new String(bytes, StandardCharsets.US_ASCII);
    }
    Optional<Charset> known = known(name);
    if (ascii && (known.isEmpty() || known.get().equals(StandardCharsets.US_ASCII))) {
      return escapes
          ? detected(bytes, StandardCharsets.US_ASCII)
          : new String(bytes, StandardCharsets.US_ASCII);
    }
    if (known.isPresent() && !known.get().equals(StandardCharsets.US_ASCII)) {
      // What is called Latin 1 decodes anything: text that is valid UTF-8 is UTF-8.
      if (known.get().equals(WINDOWS_1252)) {
        Optional<String> mislabelled =
            manyUtf8(bytes) ? strictly(bytes, StandardCharsets.UTF_8) : Optional.empty();
        return mislabelled.orElseGet(() -> new String(bytes, WINDOWS_1252));
      }
      Optional<String> fits = strictly(bytes, known.get());
      if (fits.isPresent()) {
        return fits.get();
      }
      oddities.add("the text is not all " + name + ", as it says");
    } else if (known.isEmpty() && !name.isEmpty()) {
      oddities.add("unknown charset “" + name + "”; guessed from the bytes");
    }
    Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
    if (utf8.isPresent()) {
      return utf8.get();
    }
    // A few bad bytes in what is declared are no other charset.
    if (known.isPresent() && mostlyFits(bytes, known.get())) {
      return new String(bytes, known.get());
    }
    return detected(
        bytes, known.filter(c -> !c.equals(StandardCharsets.UTF_8)).orElse(WINDOWS_1252));
  }

  private static String name(String declared) {
    String name = declared.strip().replace("\"", "").replace("'", "").toLowerCase(Locale.ROOT);
    if (name.startsWith("charset=")) {
      name = name.substring("charset=".length());
    }
    return ALIASES.getOrDefault(name, name);
  }

  private static Optional<Charset> known(String name) {
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException doesNotFit) {
      return Optional.empty();
    }
  }

  private static boolean mostlyFits(byte[] bytes, Charset charset) {
    if (charset.equals(StandardCharsets.US_ASCII)) {
      return false;
    }
    String text = new String(bytes, charset);
    long bad = text.chars().filter(c -> c == '\uFFFD').count();
    long foreign = text.chars().filter(c -> c > 127).count();
    return bad * 10 <= foreign;
  }

  private static Optional<String> byMark(byte[] bytes) {
    if (bytes.length >= 3
        && (bytes[0] & 0xff) == 0xef
        && (bytes[1] & 0xff) == 0xbb
        && (bytes[2] & 0xff) == 0xbf) {
      return strictly(Arrays.copyOfRange(bytes, 3, bytes.length), StandardCharsets.UTF_8);
    }
    if (bytes.length >= 4 && bytes.length % 2 == 0) {
      int mark = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
      if (mark == 0xfeff || mark == 0xfffe) {
        return strictly(bytes, StandardCharsets.UTF_16);
      }
    }
    return Optional.empty();
  }

  private static String detected(byte[] bytes, Charset otherwise) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(Arrays.copyOf(bytes, Math.min(bytes.length, DETECTED_FROM)));
    CharsetMatch match = detector.detect();
    if (match == null || match.getConfidence() < LEAST_CONFIDENCE) {
      return new String(bytes, otherwise);
    }
    return new String(bytes, known(name(match.getName())).orElse(otherwise));
  }

  private static boolean ascii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /// ISO 2022 texts are 7-bit and full of escapes.
  private static boolean escapes(byte[] bytes) {
    for (int i = 0; i + 1 < bytes.length; i++) {
      if (bytes[i] == 0x1b && (bytes[i + 1] == '$' || bytes[i + 1] == '(')) {
        return true;
      }
    }
    return false;
  }

  /// At least two sequences of UTF-8, or one of three bytes: no accident in Latin 1.
  private static boolean manyUtf8(byte[] bytes) {
    int sequences = 0;
    for (int i = 0; i + 1 < bytes.length; i++) {
      int lead = bytes[i] & 0xff;
      if (lead >= 0xc3 && (bytes[i + 1] & 0xc0) == 0x80) {
        sequences += lead >= 0xe1 ? 2 : 1;
      }
    }
    return sequences >= 2;
  }
}
