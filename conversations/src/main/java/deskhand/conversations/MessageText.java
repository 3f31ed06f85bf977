package deskhand.conversations;

import org.jspecify.annotations.Nullable;

/// What a message says, taken apart.
///
/// @param visible what the person wrote
/// @param signature their sign-off block; empty where there is none
/// @param elided quoted and boilerplate text, kept so that it is a click away
/// @param html safe to show ([SafeHtml]); absent where the message had none
public record MessageText(String visible, String signature, String elided, @Nullable String html) {
  public static MessageText plain(String text) {
    return new MessageText(text, "", "", null);
  }
}
