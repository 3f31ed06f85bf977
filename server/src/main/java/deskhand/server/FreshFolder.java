package deskhand.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Empties a demo's data folder. Any other folder is left alone, and so is one that a program has:
/// the start that follows says so.
final class FreshFolder {
  /// Stands in the data folder of every demo.
  static final String MARK = "demo";

  private FreshFolder() {}

  static void mark(Path folder) {
    try {
      Files.createDirectories(folder);
      if (!Files.exists(folder.resolve("secret.key"))) {
        Files.writeString(folder.resolve(MARK), "made by the demo, emptied by --fresh\n");
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("the folder " + folder + " cannot be used", broken);
    }
  }

  static void empty(Path folder) {
    if (!Files.exists(folder.resolve(MARK)) || !Files.exists(folder.resolve("lock"))) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        emptyUnlocked(folder);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("the folder " + folder + " cannot be emptied", broken);
    }
  }

  private static void emptyUnlocked(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        boolean stays = path.equals(folder) || path.equals(folder.resolve("lock"));
        if (!stays) {
          Files.delete(path);
        }
      }
    }
  }
}
