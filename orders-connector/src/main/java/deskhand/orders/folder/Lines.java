package deskhand.orders.folder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The non-empty lines of a UTF-8 file of any size, none of them kept longer than 1 MB.
final class Lines {
  private static final int LONGEST = 1 << 20;

  private final InputStream input;
  private int number;

  Lines(InputStream input) {
    this.input = input;
  }

  /// A line, or why it is none.
  sealed interface Line {
    record Text(int number, String text) implements Line {}

    record Unreadable(int number, String reason) implements Line {}
  }

  Stream<Line> stream() {
    Iterator<Line> lines =
        new Iterator<>() {
          private @Nullable Line next;

          @Override
          public boolean hasNext() {
            if (next == null) {
              next = nextNonEmpty();
            }
            return next != null;
          }

          @Override
          public Line next() {
            if (!hasNext() || next == null) {
              throw new NoSuchElementException();
            }
            Line line = next;
            next = null;
            return line;
          }
        };
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  private @Nullable Line nextNonEmpty() {
    while (true) {
      Bytes bytes = nextBytes();
      if (bytes == null) {
        return null;
      }
      if (bytes.tooLong()) {
        return new Line.Unreadable(number, "longer than 1 MB");
      }
      Line line = decoded(bytes.content());
      if (!(line instanceof Line.Text(int n, String text)) || !text.isBlank()) {
        return line;
      }
    }
  }

  private Line decoded(byte[] bytes) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return new Line.Text(number, text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException broken) {
      return new Line.Unreadable(number, "not UTF-8");
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Bytes(byte[] content, boolean tooLong) {}

  private @Nullable Bytes nextBytes() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean tooLong = false;
    boolean any = false;
    try {
      for (int b = input.read(); b >= 0; b = input.read()) {
        any = true;
        if (b == '\n') {
          break;
        }
        if (line.size() < LONGEST) {
          line.write(b);
        } else {
          tooLong = true;
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    if (!any) {
      return null;
    }
    number++;
    return new Bytes(line.toByteArray(), tooLong);
  }
}
