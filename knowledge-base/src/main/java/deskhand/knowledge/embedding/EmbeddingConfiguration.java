package deskhand.knowledge.embedding;

import deskhand.knowledge.SentenceModel;
import deskhand.knowledge.embedding.ModelSettings.Pooling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The sentence models of this program: the one that searches, as Spring AI's `EmbeddingModel` and
/// as the knowledge base's own port, and a second one that judges what was found.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelSettings.class)
class EmbeddingConfiguration {
  private static final String SEARCHING = "bge-small-en-v1.5-q";
  private static final String JUDGING = "all-minilm-l6-v2-q";

  /// The tokens that MiniLM was trained to read.
  private static final int JUDGING_WINDOW = 256;

  static {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
  }

  @Bean(destroyMethod = "close")
  OnnxEmbeddingModel embeddingModel(ModelSettings settings) {
    Path onnx = settings.onnx();
    Path tokenizer = settings.tokenizer();
    try {
      ModelFiles files =
          onnx == null || tokenizer == null ? shipped(SEARCHING) : own(onnx, tokenizer);
      return new OnnxEmbeddingModel(files, settings.reading(), settings.languages());
    } catch (IOException broken) {
      throw new UncheckedIOException("the sentence model can't be read", broken);
    }
  }

  @Bean(name = SentenceModel.JUDGE, destroyMethod = "close", defaultCandidate = false)
  OnnxEmbeddingModel judgingModel() {
    ModelSettings.Reading reading = new ModelSettings.Reading(Pooling.MEAN, JUDGING_WINDOW, "");
    try {
      return new OnnxEmbeddingModel(shipped(JUDGING), reading, List.of(Locale.ENGLISH));
    } catch (IOException broken) {
      throw new UncheckedIOException("the second sentence model can't be read", broken);
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

  private static ModelFiles shipped(String name) throws IOException {
    return new ModelFiles(name, resource(name + ".onnx"), resource(name + "-tokenizer.json"));
  }

  private static byte[] resource(String name) throws IOException {
    ClassLoader loader = EmbeddingConfiguration.class.getClassLoader();
    try (InputStream in = Objects.requireNonNull(loader.getResourceAsStream(name))) {
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
