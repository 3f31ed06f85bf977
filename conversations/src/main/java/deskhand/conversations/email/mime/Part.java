package deskhand.conversations.email.mime;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A node of a mail's MIME tree: the mail itself, a part, or a mail inside a mail.
///
/// @param type of its content; `text/plain` where nothing is said
/// @param source the bytes in which the content stands, still encoded
/// @param children parts of a multipart, or the one mail inside a `message/rfc822`
public record Part(HeaderFields headers, Parameters type, Source source, List<Part> children) {
  public Part {
    children = List.copyOf(children);
  }

  record Source(byte[] bytes, int from, int to) {}

  public String mediaType() {
    return type.value();
  }

  public boolean isMultipart() {
    return mediaType().startsWith("multipart/");
  }

  public boolean isMessage() {
    return mediaType().equals("message/rfc822")
        || mediaType().equals("message/global")
        || (mediaType().equals("message/partial") && !children.isEmpty());
  }

  Parameters disposition() {
    return Parameters.parse(headers.first("content-disposition").orElse(""));
  }

  byte[] content(Oddities oddities) {
    byte[] encoded = Arrays.copyOfRange(source.bytes, source.from, source.to);
    return isMultipart()
        ? encoded
        : TransferEncoding.decode(
            encoded, headers.first("content-transfer-encoding").orElse(""), oddities);
  }

  public String text(Oddities oddities) {
    return Charsets.decode(content(oddities), type.get("charset"), oddities);
  }

  /// This part and all below, but nothing of a mail inside the mail.
  public Stream<Part> own() {
    return Stream.concat(
        Stream.of(this), isMessage() ? Stream.empty() : children.stream().flatMap(Part::own));
  }
}
