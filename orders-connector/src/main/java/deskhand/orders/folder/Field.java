package deskhand.orders.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// A value in a line of JSON, with its place there, so that a fault can be named.
///
/// @param place such as `lines[0].unitPrice`
record Field(String place, JsonNode node) {
  private static final int MOST = 1_000;
  private static final int LONGEST = 10_000;

  Field at(String name) {
    return new Field(place.isEmpty() ? name : place + "." + name, node.path(name));
  }

  boolean isAbsent() {
    return node.isMissingNode() || node.isNull();
  }

  /// A string that is not blank.
  String text() {
    return shortText(LONGEST);
  }

  String shortText(int longest) {
    if (isAbsent()) {
      throw fault("is missing");
    }
    if (!node.isString()) {
      throw fault("is no string");
    }
    String text = node.asString();
    if (text.isBlank()) {
      throw fault("is empty");
    }
    if (text.length() > longest) {
      throw fault("has more than " + longest + " characters");
    }
    return text;
  }

  /// A string; the other where it is absent or blank.
  String textOr(String other) {
    boolean blank = node.isString() && node.asString().isBlank();
    return isAbsent() || blank ? other : text();
  }

  <T> Optional<T> optional(Function<Field, T> read) {
    return isAbsent() ? Optional.empty() : Optional.of(read.apply(this));
  }

  /// The elements of a list; none where it is absent.
  <T> List<T> each(Function<Field, T> read) {
    if (isAbsent()) {
      return List.of();
    }
    if (!node.isArray()) {
      throw fault("is no list");
    }
    if (node.size() > MOST) {
      throw fault("has more than " + MOST + " entries");
    }
    List<T> all = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      all.add(read.apply(new Field(place + "[" + i + "]", node.path(i))));
    }
    return all;
  }

  /// A whole number from 0 to a million.
  int count() {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw fault("is no whole number");
    }
    int count = node.asInt();
    if (count < 0 || count > 1_000_000) {
      throw fault("is out of range");
    }
    return count;
  }

  /// True or false; false where it is absent.
  boolean yes() {
    if (isAbsent()) {
      return false;
    }
    if (!node.isBoolean()) {
      throw fault("is neither true nor false");
    }
    return node.asBoolean();
  }

  /// What a string means; the reason says what was expected, not what stood there.
  ///
  /// @param expected such as `an instant`
  <T> T check(String expected, Function<String, T> meaning) {
    String text = text();
    try {
      return meaning.apply(text);
    } catch (OrderReader.Unreadable broken) {
      throw broken;
    } catch (RuntimeException broken) {
      throw fault("is not " + expected);
    }
  }

  OrderReader.Unreadable fault(String reason) {
    return new OrderReader.Unreadable(place + ": " + reason);
  }
}
