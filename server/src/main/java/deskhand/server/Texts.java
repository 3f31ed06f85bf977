package deskhand.server;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// The words of all pages, from `messages.properties`.
@Component
public class Texts {
  private final MessageSource source;

  Texts(MessageSource source) {
    this.source = source;
  }

  public String of(String key, Object... with) {
    return source.getMessage(key, with, LocaleContextHolder.getLocale());
  }

  /// The words of a key, or the given ones where the key is not known: for labels that others add.
  public String orElse(String key, String otherwise) {
    String found = source.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
    return found == null ? otherwise : found;
  }
}
