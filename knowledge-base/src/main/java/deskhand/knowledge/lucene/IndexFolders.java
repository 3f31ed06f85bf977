package deskhand.knowledge.lucene;

import deskhand.store.DataFolder;
import deskhand.store.StoreId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Where each store's index lies.
record IndexFolders(Path root) {
  static IndexFolders in(DataFolder data) {
    return new IndexFolders(data.path().resolve("index"));
  }

  Path of(StoreId store) {
    return root.resolve("passages-" + store);
  }

  /// Deletes a folder with all that is in it; one that is not there is no error.
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> all = Files.walk(folder)) {
      paths = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }
}
