package deskhand.conversations.chat;

import deskhand.conversations.Channel;
import deskhand.conversations.ChannelKind;
import deskhand.conversations.Dispatch;
import org.springframework.stereotype.Component;

/// The way to a chat visitor: a message is delivered when its row becomes visible, which is the
/// recording of "sent" itself.
@Component
class ChatChannel implements Channel {
  @Override
  public ChannelKind kind() {
    return ChannelKind.CHAT;
  }

  @Override
  public Delivered deliver(Dispatch dispatch) {
    return new Delivered.Sent();
  }

  @Override
  public boolean safeToRepeat() {
    return true;
  }
}
