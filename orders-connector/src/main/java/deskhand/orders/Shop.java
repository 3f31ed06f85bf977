package deskhand.orders;

import java.util.stream.Stream;

/// A shop that orders are read from.
public interface Shop {
  /// Such as `folder` or `shopify`.
  String maker();

  /// All orders, in any order; close the stream.
  Stream<Row> orders();

  /// One order, or why it could not be read.
  sealed interface Row {
    record Read(Order order) implements Row {}

    /// @param line where it stands in its source, counting from 1
    record Broken(int line, String reason) implements Row {}
  }
}
