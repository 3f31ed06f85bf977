package deskhand.orders.folder;

import deskhand.orders.Shop;
import deskhand.orders.ShopFolders;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Opens shop folders; what is read from a file is how the shop stands at that moment.
@Component
class FolderShops implements ShopFolders {
  private final Clock clock;

  FolderShops(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Shop open(Path folder) {
    return new FolderShop(folder, clock.instant());
  }
}
