package deskhand.triage.understanding;

import deskhand.triage.understanding.Views.Lesson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Keeps on this machine what was learnt from the shipped examples: to learn it takes longer than
/// everything else of a start. What is kept counts for exactly these examples and for the code that
/// learnt from them; a file that is neither, or is broken, is learnt over.
///
/// The folder is the setting `deskhand.learnt`; without it nothing is kept.
@Component
class LearntViews {
  private static final Logger log = LoggerFactory.getLogger(LearntViews.class);
  private static final String FILE = "shipped-views.bin";

  /// Whatever of them changes may learn something else.
  private static final List<Class<?>> LEARNERS =
      List.of(
          Views.class,
          Views.Centre.class,
          DenseLearning.class,
          SparseLearning.class,
          LinearModel.class,
          Softmax.class,
          WordFeatures.class,
          ViewsFormat.class,
          LearntViews.class);

  private final Optional<Path> folder;

  LearntViews(@Value("${deskhand.learnt:}") String folder) {
    this.folder = folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder));
  }

  /// What the lessons teach, read where it is kept, else learnt and kept.
  Views of(List<Lesson> lessons, Supplier<Views> learning) {
    if (folder.isEmpty()) {
      return learning.get();
    }
    Path file = folder.get().resolve(FILE);
    byte[] digest = digest(lessons);
    Optional<Views> kept = read(file, digest);
    if (kept.isPresent()) {
      return kept.get();
    }
    Views learnt = learning.get();
    keep(learnt, file, digest);
    return learnt;
  }

  private static Optional<Views> read(Path file, byte[] digest) {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      byte[] of = new byte[digest.length];
      bytes.get(of);
      long checksum = bytes.getLong();
      if (!Arrays.equals(of, digest)) {
        return Optional.empty();
      }
      if (checksum != checksum(bytes)) {
        throw new IllegalArgumentException("its checksum is wrong");
      }
      return Optional.of(ViewsFormat.read(bytes));
    } catch (IOException | BufferUnderflowException | IllegalArgumentException broken) {
      log.atWarn().setCause(broken).log("what was learnt before cannot be read; learning it anew");
      return Optional.empty();
    }
  }

  /// Several programs may keep the same at the same time: each its own file, moved when it is
  /// whole.
  private static void keep(Views views, Path place, byte[] digest) {
    try {
      Files.createDirectories(place.toAbsolutePath().getParent());
      Path own = Files.createTempFile(place.toAbsolutePath().getParent(), "learning", ".bin");
      try {
        ByteBuffer bytes = ByteBuffer.allocate(ViewsFormat.size(views));
        ViewsFormat.write(views, bytes);
        ByteBuffer file = ByteBuffer.allocate(digest.length + Long.BYTES + bytes.capacity());
        file.put(digest).putLong(checksum(bytes.flip())).put(bytes);
        Files.write(own, file.array());
        Files.move(own, place, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(own);
      }
    } catch (IOException full) {
      log.atWarn().setCause(full).log("what was learnt cannot be kept");
    }
  }

  private static long checksum(ByteBuffer bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes.duplicate());
    return checksum.getValue();
  }

  private static byte[] digest(List<Lesson> lessons) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Class<?> learner : LEARNERS) {
        digest.update(code(learner));
      }
      for (Lesson lesson : lessons) {
        String line = lesson.label() + "\t" + lesson.importance() + "\t" + lesson.seen().text();
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
        ByteBuffer vector = ByteBuffer.allocate(Float.BYTES * lesson.seen().vector().length);
        vector.asFloatBuffer().put(lesson.seen().vector());
        digest.update(vector);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }

  private static byte[] code(Class<?> learner) {
    String name = "/" + learner.getName().replace('.', '/') + ".class";
    try (InputStream in = learner.getResourceAsStream(name)) {
      return in == null ? new byte[0] : in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(name + " cannot be read", broken);
    }
  }
}
