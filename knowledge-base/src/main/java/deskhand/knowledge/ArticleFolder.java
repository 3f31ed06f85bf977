package deskhand.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A folder of articles' files, in the order of their names; hidden files and folders are not
/// looked at.
///
/// @param origin names the folder in the database
record ArticleFolder(String origin, List<File> files) {
  private static final int MOST_FILES = 10_000;

  /// A file that is read when its turn comes.
  record File(String name, Supplier<Upload> content) {}

  static ArticleFolder read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("There is no folder " + folder);
    }
    try (Stream<Path> paths = Files.list(folder)) {
      List<File> files =
          paths
              .filter(path -> !path.getFileName().toString().startsWith("."))
              .filter(Files::isRegularFile)
              .sorted()
              .limit(MOST_FILES + 1)
              .map(path -> new File(path.getFileName().toString(), () -> upload(path)))
              .toList();
      if (files.size() > MOST_FILES) {
        throw new IllegalArgumentException(
            "The folder " + folder + " holds more than " + MOST_FILES + " files");
      }
      return new ArticleFolder(folder.toAbsolutePath().normalize().toString(), files);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The names of the articles that the files give, or would give if they could be read.
  List<String> names() {
    return files.stream().map(file -> new Upload(file.name(), new byte[0]).article()).toList();
  }

  /// Reads no more than what shows that a file is too large.
  private static Upload upload(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return new Upload(path.getFileName().toString(), in.readNBytes(Upload.MOST_BYTES + 1));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
