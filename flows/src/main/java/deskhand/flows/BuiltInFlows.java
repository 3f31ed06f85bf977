package deskhand.flows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The flows that come with the program, read from its resources.
@Component
class BuiltInFlows {
  private static final List<String> FILES =
      List.of("shipping-confirmation.yaml", "review-request.yaml");

  private final List<Flow> all = FILES.stream().map(BuiltInFlows::read).toList();

  List<Flow> all() {
    return all;
  }

  Optional<Flow> find(String name) {
    return all.stream().filter(flow -> flow.name().equals(name)).findFirst();
  }

  private static Flow read(String file) {
    try (InputStream input = BuiltInFlows.class.getResourceAsStream(file)) {
      if (input == null) {
        throw new IllegalStateException("the program has no " + file);
      }
      return FlowReader.read(new String(input.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(file, broken);
    } catch (IllegalArgumentException broken) {
      throw new IllegalStateException(file + ": " + broken.getMessage(), broken);
    }
  }
}
