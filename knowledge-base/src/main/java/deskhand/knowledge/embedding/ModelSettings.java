package deskhand.knowledge.embedding;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `deskhand.knowledge.model`: which sentence model is used. Without them it is the
/// bge-small-en-v1.5 that comes with the program.
///
/// @param onnx the model's file
/// @param tokenizer the model's `tokenizer.json`; both or none are given
/// @param languages that the model understands, such as `en` or `de`
@ConfigurationProperties("deskhand.knowledge.model")
record ModelSettings(
    @Nullable Path onnx,
    @Nullable Path tokenizer,
    @DefaultValue Reading reading,
    @DefaultValue("en") List<Locale> languages) {
  ModelSettings {
    if ((onnx == null) != (tokenizer == null)) {
      throw new IllegalArgumentException(
          "deskhand.knowledge.model.onnx and .tokenizer are given together or not at all");
    }
    onnx = existing(onnx);
    tokenizer = existing(tokenizer);
    languages = List.copyOf(languages);
  }

  /// How the model is read.
  ///
  /// @param pooling how one vector is made of many
  /// @param window how many tokens it reads
  /// @param questionPrefix what it wants before a question
  record Reading(
      @DefaultValue("FIRST_TOKEN") Pooling pooling,
      @DefaultValue("512") int window,
      @DefaultValue("") String questionPrefix) {
    Reading {
      if (window < 64 || window > 8192) {
        throw new IllegalArgumentException("a model's window is 64 to 8192 tokens, not " + window);
      }
    }
  }

  /// How one vector is made of those of all tokens.
  enum Pooling {
    /// The first token's, as BGE wants it.
    FIRST_TOKEN,
    /// The mean of all, as E5 and MiniLM want it.
    MEAN
  }

  private static @Nullable Path existing(@Nullable Path file) {
    if (file == null) {
      return null;
    }
    Path whole = file.toAbsolutePath().normalize();
    if (!Files.isReadable(whole)) {
      throw new IllegalArgumentException("The sentence model's file " + whole + " can't be read");
    }
    return whole;
  }
}
