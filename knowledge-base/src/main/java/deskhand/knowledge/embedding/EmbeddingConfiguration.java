package deskhand.knowledge.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The sentence model of this program, as Spring AI's `EmbeddingModel` and as the knowledge base's
/// own port.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelSettings.class)
class EmbeddingConfiguration {
  private static final String SHIPPED = "bge-small-en-v1.5-q";

  @Bean(destroyMethod = "close")
  OnnxEmbeddingModel embeddingModel(ModelSettings settings) {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    Path onnx = settings.onnx();
    Path tokenizer = settings.tokenizer();
    try {
      ModelFiles files =
          onnx == null || tokenizer == null
              ? new ModelFiles(SHIPPED, resource(".onnx"), resource("-tokenizer.json"))
              : own(onnx, tokenizer);
      return new OnnxEmbeddingModel(files, settings.reading(), settings.languages());
    } catch (IOException broken) {
      throw new UncheckedIOException("the sentence model can't be read", broken);
    }
  }

  /// The two files of a model.
  record ModelFiles(String name, byte[] onnx, byte[] tokenizer) {}

  /// The name tells the file's content: another file under the same name is another model.
  private static ModelFiles own(Path onnx, Path tokenizer) throws IOException {
    byte[] content = Files.readAllBytes(onnx);
    String name = onnx.getFileName() + "@" + digest(content).substring(0, 12);
    return new ModelFiles(name, content, Files.readAllBytes(tokenizer));
  }

  private static byte[] resource(String ending) throws IOException {
    ClassLoader loader = EmbeddingConfiguration.class.getClassLoader();
    try (InputStream in = Objects.requireNonNull(loader.getResourceAsStream(SHIPPED + ending))) {
      return in.readAllBytes();
    }
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
