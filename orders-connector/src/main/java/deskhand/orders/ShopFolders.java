package deskhand.orders;

import java.nio.file.Path;

/// Opens a shop that is a folder of files (golden/FORMAT.md).
public interface ShopFolders {
  /// The shop in that folder; its orders are read when they are asked for.
  Shop open(Path folder);
}
