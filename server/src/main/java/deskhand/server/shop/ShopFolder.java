package deskhand.server.shop;

import deskhand.store.ShopFile;
import deskhand.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A shop as it stands on one day: `shop.json`, `knowledge/` and `orders.jsonl`.
///
/// @param now the day on which everything in it is true
public record ShopFolder(Path path, Store.Profile profile, Instant now) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String DEMO = "demo/";

  /// @throws IllegalArgumentException where it is no shop folder, with a sentence for people
  public static ShopFolder read(Path folder) {
    ShopFile shop = ShopFile.in(folder);
    return new ShopFolder(folder, shop.profile(), shop.now());
  }

  /// The demo's shop, unpacked from the program into that folder.
  public static ShopFolder unpackDemo(Path into) {
    try {
      Files.createDirectories(into.resolve("knowledge"));
      for (String name : List.of("shop.json", "orders.jsonl")) {
        try (InputStream content = demo(name)) {
          Files.copy(content, into.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      for (Resource article :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath:" + DEMO + "knowledge/*.md")) {
        String name = article.getFilename();
        if (name != null) {
          try (InputStream content = article.getInputStream()) {
            Files.copy(
                content,
                into.resolve("knowledge").resolve(name),
                StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
      return read(into);
    } catch (IOException broken) {
      throw new UncheckedIOException("the demo's shop cannot be unpacked", broken);
    }
  }

  /// The lines of one of the demo's files, such as `conversations.jsonl`.
  public static List<JsonNode> demoLines(String name) {
    try (InputStream content = demo(name)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .map(JSON::readTree)
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(name + " of the demo cannot be read", broken);
    }
  }

  private static InputStream demo(String name) throws IOException {
    InputStream content = ShopFolder.class.getClassLoader().getResourceAsStream(DEMO + name);
    if (content == null) {
      throw new IOException("the demo has no " + name);
    }
    return content;
  }
}
