package deskhand.orders.folder;

import deskhand.orders.Shop;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// A shop whose orders stand in a file `orders.jsonl`, one a line (golden/FORMAT.md).
///
/// Lines are read one after the other; a line over 1 MB, a line that is no order, and a second
/// order of the same number are broken rows. Empty lines are passed over.
final class FolderShop implements Shop {
  private final Path file;
  private final Instant readAt;

  FolderShop(Path folder, Instant readAt) {
    this.file = folder.resolve("orders.jsonl");
    this.readAt = readAt;
  }

  @Override
  public String maker() {
    return "folder";
  }

  @Override
  public Stream<Row> orders() {
    InputStream input = open();
    OrderReader reader = new OrderReader(readAt);
    Set<String> seen = new HashSet<>();
    return new Lines(input)
        .stream().<Row>map(line -> row(line, reader, seen)).onClose(() -> close(input));
  }

  private static Row row(Lines.Line line, OrderReader reader, Set<String> seen) {
    return switch (line) {
      case Lines.Line.Unreadable(int number, String reason) -> new Row.Broken(number, reason);
      case Lines.Line.Text(int number, String text) -> {
        try {
          Row.Read read = new Row.Read(reader.read(text));
          yield seen.add(read.order().number())
              ? read
              : new Row.Broken(number, "a second order of number " + read.order().number());
        } catch (OrderReader.Unreadable broken) {
          yield new Row.Broken(number, broken.reason());
        }
      }
    };
  }

  private InputStream open() {
    try {
      return new BufferedInputStream(Files.newInputStream(file));
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + file.getFileName(), broken);
    }
  }

  private static void close(InputStream input) {
    try {
      input.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
