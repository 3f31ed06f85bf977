package deskhand.flows;

import deskhand.conversations.Channel;
import deskhand.conversations.ChannelKind;
import deskhand.conversations.Dispatch;
import deskhand.store.StoreId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.core.Ordered;

/// A mail server that takes everything.
final class Postbox implements Channel, Ordered {
  final List<Dispatch> got = new CopyOnWriteArrayList<>();

  /// Before the module's own channel.
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.EMAIL;
  }

  @Override
  public Delivered deliver(Dispatch dispatch) {
    got.add(dispatch);
    return new Delivered.Sent();
  }

  List<Dispatch> to(StoreId store) {
    return got.stream().filter(each -> each.message().store().equals(store)).toList();
  }
}
