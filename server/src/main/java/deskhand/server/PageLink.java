package deskhand.server;

import java.util.function.Predicate;

/// A page that stands in the navigation of every store: its package offers it as a bean.
///
/// @param key of its words in `messages.properties`, below `nav.`
/// @param path below `/s/{store}/`, or from the root where it begins with a slash; `{store}` is the
///   store's number
/// @param order the smaller, the higher it stands
/// @param shown to whom
public record PageLink(String key, String path, int order, Predicate<Visit> shown) {

  public static PageLink forAll(String key, String path, int order) {
    return new PageLink(key, path, order, visit -> true);
  }

  String href(Visit visit) {
    String filled = path.replace("{store}", visit.id().toString());
    return filled.startsWith("/") ? filled : visit.path(filled);
  }
}
