package deskhand.knowledge.embedding;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import deskhand.knowledge.SentenceModel;
import deskhand.knowledge.embedding.EmbeddingConfiguration.ModelFiles;
import deskhand.knowledge.embedding.ModelSettings.Pooling;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;

/// A sentence model of ONNX that runs in the process. Each text is embedded alone, on one core (a
/// quantised model's vectors depend on what is in the batch), on own threads: two, or as many as
/// there are cores but one; further callers wait. Vectors are of length 1.
final class OnnxEmbeddingModel implements EmbeddingModel, SentenceModel, AutoCloseable {
  /// No prose has more characters a token; keeps the tokenizer from reading a book to its end.
  private static final int MOST_CHARACTERS_A_TOKEN = 16;

  private static final int LEAST_THREADS = 2;

  private final String name;
  private final ModelSettings.Reading reading;
  private final List<Locale> languages;
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;
  private final ExecutorService threads;
  private final LastTexts last = new LastTexts();
  private final int dimensions;

  OnnxEmbeddingModel(ModelFiles files, ModelSettings.Reading reading, List<Locale> languages)
      throws IOException {
    this.name = files.name();
    this.reading = reading;
    this.languages = languages;
    this.tokenizer =
        HuggingFaceTokenizer.newInstance(
            new ByteArrayInputStream(files.tokenizer()),
            Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "true"));
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      this.session = environment.createSession(files.onnx(), options);
    } catch (OrtException broken) {
      throw new IOException("not a model: " + files.name(), broken);
    }
    int cores = Math.max(LEAST_THREADS, Runtime.getRuntime().availableProcessors() - 1);
    this.threads =
        Executors.newFixedThreadPool(
            cores, Thread.ofPlatform().daemon().name("embedding-", 1).factory());
    this.dimensions = embed("a").length;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int window() {
    return reading.window();
  }

  @Override
  public int tokens(String text) {
    return tokenizer.encode(text).getIds().length;
  }

  @Override
  public boolean understands(Locale language) {
    return languages.stream().anyMatch(one -> one.getLanguage().equals(language.getLanguage()));
  }

  @Override
  public float[] passage(String text) {
    return computed(text);
  }

  @Override
  public List<float[]> passages(List<String> texts) {
    List<Future<float[]>> computing =
        texts.stream().map(text -> threads.submit(() -> compute(text))).toList();
    return computing.stream().map(this::finished).toList();
  }

  @Override
  public float[] question(String text) {
    return embed(reading.questionPrefix() + text);
  }

  @Override
  public float[] embed(String text) {
    Optional<float[]> known = last.find(text);
    if (known.isPresent()) {
      return known.get();
    }
    float[] vector = computed(text);
    last.keep(text, vector);
    return vector;
  }

  /// The vector of a text, computed even where it was just asked for.
  private float[] computed(String text) {
    return finished(threads.submit(() -> compute(text)));
  }

  private float[] finished(Future<float[]> computing) {
    try {
      return computing.get();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while embedding", end);
    } catch (ExecutionException broken) {
      throw new IllegalStateException("the sentence model " + name + " failed", broken.getCause());
    }
  }

  @Override
  public float[] embed(Document document) {
    return embed(document.isText() ? Objects.requireNonNull(document.getText()) : "");
  }

  @Override
  public EmbeddingResponse call(EmbeddingRequest request) {
    List<String> texts = request.getInstructions();
    return new EmbeddingResponse(
        IntStream.range(0, texts.size())
            .mapToObj(i -> new Embedding(embed(texts.get(i)), i))
            .toList());
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  @Override
  public void close() throws OrtException {
    threads.shutdownNow();
    tokenizer.close();
    session.close();
  }

  private float[] compute(String text) throws OrtException {
    long[] ids = ids(text);
    long[] shape = {1, ids.length};
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    try (OnnxTensor tokens = tensor(ids, shape);
        OnnxTensor attention = tensor(ones, shape);
        OnnxTensor types = tensor(new long[ids.length], shape)) {
      Map<String, OnnxTensorLike> inputs = new HashMap<>();
      inputs.put("input_ids", tokens);
      inputs.put("attention_mask", attention);
      inputs.put("token_type_ids", types);
      inputs.keySet().retainAll(session.getInputNames());
      try (OrtSession.Result result = session.run(inputs)) {
        FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
        return normalised(pooled(states, ids.length));
      }
    }
  }

  /// The tokens of a text; where there are more than the window holds, the last one, which closes
  /// the text, closes the part that is read.
  private long[] ids(String text) {
    int most = reading.window() * MOST_CHARACTERS_A_TOKEN;
    Encoding encoding = tokenizer.encode(text.substring(0, Math.min(text.length(), most)));
    long[] ids = encoding.getIds();
    if (ids.length <= reading.window()) {
      return ids;
    }
    long[] cut = Arrays.copyOf(ids, reading.window());
    cut[cut.length - 1] = ids[ids.length - 1];
    return cut;
  }

  private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }

  private float[] pooled(FloatBuffer states, int tokens) {
    int width = states.remaining() / tokens;
    float[] vector = new float[width];
    if (reading.pooling() == Pooling.FIRST_TOKEN) {
      states.get(0, vector);
      return vector;
    }
    for (int token = 0; token < tokens; token++) {
      for (int i = 0; i < width; i++) {
        vector[i] += states.get(token * width + i) / tokens;
      }
    }
    return vector;
  }

  private static float[] normalised(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    float length = (float) Math.sqrt(square);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = length == 0 ? 0 : vector[i] / length;
    }
    return vector;
  }
}
