package deskhand.orders;

import java.util.List;

/// What an import did; broken rows are refused one by one, the rest is mirrored.
public record OrdersImported(int added, int changed, int unchanged, List<Shop.Row.Broken> broken) {
  public OrdersImported {
    broken = List.copyOf(broken);
  }
}
