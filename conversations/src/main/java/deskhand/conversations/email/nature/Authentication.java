package deskhand.conversations.email.nature;

import deskhand.conversations.Proven;
import deskhand.conversations.email.mime.HeaderFields;
import deskhand.store.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a mail's sender has proven, by `Authentication-Results` (RFC 8601) of the own receiving
/// host.
///
/// Only the topmost such field of the mail counts, and only if the own host wrote it: a field below
/// may have come with the mail. One From address; then either `dmarc=pass` for the domain of From
/// (RFC 7489; a `header.from` beside it must be that very domain), or, where DMARC said nothing or
/// that there is no policy, `dkim=pass` or `spf=pass` for exactly the domain of From: an alignment
/// by organisation alone (mail.example.org for example.org) is not enough there. A failed DMARC,
/// two opinions, or anything that cannot be read proves nothing.
public final class Authentication {
  /// Stands for a receiving host that writes no authserv-id (Microsoft 365).
  static final String NO_NAME = "-";

  private static final int LONGEST = 20_000;

  private static final Pattern RESULT =
      Pattern.compile("^\\s*([A-Za-z][A-Za-z0-9-]*)(?:/\\d+)?\\s*=\\s*([A-Za-z]+)");

  private static final Pattern NAME = Pattern.compile("[a-z0-9._-]{1,253}");

  private static final Pattern PROPERTY =
      Pattern.compile("(?:^|\\s)([a-z]+)\\s*\\.\\s*([a-z-]+)\\s*=\\s*(\"[^\"]*\"|[^\\s;]+)");

  private Authentication() {}

  /// @param from the one address of From
  public static Proven proven(
      HeaderFields headers, EmailAddress from, Optional<String> receivingHost) {
    Optional<String> topmost = headers.first("authentication-results");
    if (receivingHost.isEmpty() || topmost.isEmpty() || topmost.get().length() > LONGEST) {
      return Proven.NOTHING;
    }
    List<String> sections = sections(topmost.get());
    String host = receivingHost.get().strip().toLowerCase(Locale.ROOT);
    if (host.equals(NO_NAME)) {
      if (RESULT.matcher(sections.getFirst()).find()) {
        return judged(sections, from.domain());
      }
      return Proven.NOTHING;
    }
    String name = sections.getFirst().strip().toLowerCase(Locale.ROOT);
    String bare = name.split("\\s+", 2)[0];
    return bare.equals(host) && !host.isEmpty()
        ? judged(sections.subList(1, sections.size()), from.domain())
        : Proven.NOTHING;
  }

  /// What the host that wrote the topmost field calls itself, or [#NO_NAME]; whether it is the own
  /// host is for a person to say.
  public static Optional<String> mark(HeaderFields headers) {
    Optional<String> topmost =
        headers.first("authentication-results").filter(field -> field.length() <= LONGEST);
    if (topmost.isEmpty()) {
      return Optional.empty();
    }
    String first = sections(topmost.get()).getFirst();
    if (RESULT.matcher(first).find()) {
      return Optional.of(NO_NAME);
    }
    String name = first.strip().toLowerCase(Locale.ROOT).split("\\s+", 2)[0];
    return Optional.of(name).filter(host -> NAME.matcher(host).matches());
  }

  private static Proven judged(List<String> results, String domain) {
    boolean dmarcPassed = false;
    boolean sameDomain = false;
    for (String section : results) {
      Matcher result = RESULT.matcher(section);
      if (!result.find()) {
        continue;
      }
      String method = result.group(1).toLowerCase(Locale.ROOT);
      boolean pass = result.group(2).equalsIgnoreCase("pass");
      switch (method) {
        case "dmarc" -> {
          boolean none = result.group(2).equalsIgnoreCase("none");
          String named = property(section, "header", "from");
          boolean otherDomain = !named.isEmpty() && !named.equals(domain);
          if (pass ? otherDomain : !none) {
            return Proven.NOTHING;
          }
          dmarcPassed |= pass;
        }
        case "dkim" -> {
          String signer = property(section, "header", "d");
          String identity = property(section, "header", "i");
          String by = signer.isEmpty() ? afterAt(identity) : signer;
          sameDomain |= pass && by.equals(domain);
        }
        case "spf" ->
            sameDomain |= pass && afterAt(property(section, "smtp", "mailfrom")).equals(domain);
        default -> {}
      }
    }
    return dmarcPassed || sameDomain ? Proven.ADDRESS : Proven.NOTHING;
  }

  private static String property(String section, String type, String name) {
    Matcher property = PROPERTY.matcher(section.toLowerCase(Locale.ROOT));
    while (property.find()) {
      if (property.group(1).equals(type) && property.group(2).equals(name)) {
        return property.group(3).replace("\"", "").replaceAll("[<>,]", "");
      }
    }
    return "";
  }

  private static String afterAt(String address) {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /// The parts between semicolons, without comments: a comment may hold anything, also words of the
  /// sender.
  private static List<String> sections(String field) {
    List<String> sections = new ArrayList<>();
    StringBuilder section = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '\\' && (quoted || depth > 0)) {
        i++;
      } else if (depth > 0) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      } else if (c == '"') {
        quoted = !quoted;
        section.append(c);
      } else if (c == '(' && !quoted) {
        depth++;
        section.append(' ');
      } else if (c == ';' && !quoted) {
        sections.add(section.toString());
        section.setLength(0);
      } else {
        section.append(c);
      }
    }
    sections.add(section.toString());
    return sections;
  }
}
