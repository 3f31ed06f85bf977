package deskhand.eval;

import deskhand.store.EmailAddress;
import deskhand.store.ShopFile;
import deskhand.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A shop as it stands on one day, in a folder: `shop.json`, `knowledge/`, `orders.jsonl` and, to
/// be judged by, `cases.jsonl`.
record ShopFolder(Path path, Store.Profile profile, Instant now, List<GoldenCase> cases) {

  /// A message and what a right decision about it is.
  record GoldenCase(
      String id, String group, Message message, List<Turn> history, Expectation expect) {}

  /// @param authentication `dmarc_pass`, `signed_in`, `dmarc_fail` or `none`
  record Message(
      boolean chat,
      Optional<EmailAddress> from,
      String authentication,
      Text text,
      Map<String, String> headers) {}

  record Text(String subject, String plain, Optional<String> html) {
    /// All that the customer wrote here.
    String all() {
      return subject + " " + plain + " " + html.orElse("");
    }
  }

  record Turn(String author, String text) {}

  record Expectation(
      List<String> outcomes,
      List<String> intents,
      List<String> must,
      List<String> mustNot,
      List<String> sources) {}

  static ShopFolder read(Path folder) {
    Path cases = folder.resolve("cases.jsonl");
    try {
      ShopFile shop = ShopFile.in(folder);
      return new ShopFolder(
          folder, shop.profile(), shop.now(), Files.exists(cases) ? cases(cases) : List.of());
    } catch (IllegalArgumentException broken) {
      throw new BadInput(String.valueOf(broken.getMessage()));
    }
  }

  private static List<GoldenCase> cases(Path file) {
    List<GoldenCase> cases = new ArrayList<>();
    List<String> lines = JsonLines.lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank()) {
        cases.add(at(file + ", line " + (i + 1), () -> goldenCase(JsonLines.JSON.readTree(line))));
      }
    }
    return cases;
  }

  /// What cannot be read there is bad input that names the place.
  private static <T> T at(String place, Supplier<T> read) {
    try {
      return read.get();
    } catch (BadInput named) {
      throw named;
    } catch (JacksonException broken) {
      throw new BadInput(place + ": " + broken.getOriginalMessage());
    } catch (IllegalArgumentException | DateTimeException broken) {
      throw new BadInput(place + ": " + broken.getMessage());
    }
  }

  private static GoldenCase goldenCase(JsonNode line) {
    Map<String, String> headers = new HashMap<>();
    line.path("headers")
        .properties()
        .forEach(h -> headers.put(h.getKey(), h.getValue().asString()));
    JsonNode expect = line.path("expect");
    return new GoldenCase(
        required(line, "id"),
        line.path("group").asString("all"),
        new Message(
            line.path("channel").asString("email").equals("chat"),
            EmailAddress.parse(text(line, "from")),
            line.path("authentication").asString("none"),
            new Text(
                text(line, "subject"),
                text(line, "text"),
                Optional.of(text(line, "html")).filter(html -> !html.isEmpty())),
            headers),
        line.path("history")
            .valueStream()
            .map(turn -> new Turn(text(turn, "author"), text(turn, "text")))
            .toList(),
        new Expectation(
            strings(expect, "outcomes"),
            strings(expect, "intents"),
            strings(expect, "must"),
            strings(expect, "must_not"),
            strings(expect, "sources")));
  }

  private static List<String> strings(JsonNode node, String name) {
    return node.path(name).valueStream().map(JsonNode::asString).toList();
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isString() ? value.asString() : "";
  }

  private static String required(JsonNode node, String name) {
    String value = text(node, name);
    if (value.isEmpty()) {
      throw new IllegalArgumentException("there is no \"" + name + "\"");
    }
    return value;
  }
}
