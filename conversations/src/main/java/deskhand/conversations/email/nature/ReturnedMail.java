package deskhand.conversations.email.nature;

import deskhand.conversations.email.mime.HeaderFields;
import deskhand.conversations.email.mime.MessageIds;
import deskhand.conversations.email.mime.Oddities;
import deskhand.conversations.email.mime.Part;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The mail that a report is about: enclosed whole, by its header, by a field of the report, or
/// copied below the report's words.
public final class ReturnedMail {
  private static final Pattern IN_WORDS =
      Pattern.compile("(?im)^[ \\t>]*message-id:\\s*(<[^<>\\s]{1,998}>)");

  private ReturnedMail() {}

  public static Optional<String> messageId(Part report) {
    Oddities ignored = new Oddities();
    Optional<String> enclosed =
        report
            .own()
            .filter(Part::isMessage)
            .flatMap(message -> message.children().stream())
            .flatMap(mail -> mail.headers().first("message-id").stream())
            .map(MessageIds::one)
            .findFirst();
    if (enclosed.isPresent()) {
      return enclosed;
    }
    return report
        .own()
        .filter(part -> !part.isMultipart() && !part.isMessage())
        .filter(
            part -> part.mediaType().startsWith("message/") || part.mediaType().startsWith("text/"))
        .limit(20)
        .flatMap(part -> inText(part, ignored).stream())
        .findFirst();
  }

  private static Optional<String> inText(Part part, Oddities oddities) {
    String text = part.text(oddities);
    HeaderFields fields =
        switch (part.mediaType()) {
          case "message/disposition-notification", "message/delivery-status" ->
              HeaderFields.read(text);
          default -> HeaderFields.read("");
        };
    Optional<String> named =
        fields.first("original-message-id").or(() -> fields.first("x-original-message-id"));
    Matcher words = IN_WORDS.matcher(text);
    return named
        .map(MessageIds::one)
        .or(() -> words.find() ? Optional.of(words.group(1)) : Optional.empty());
  }
}
