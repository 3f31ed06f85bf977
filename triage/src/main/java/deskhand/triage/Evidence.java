package deskhand.triage;

import deskhand.conversations.Source;
import deskhand.knowledge.ArticleVersion;
import java.time.Instant;
import java.util.List;

/// What bears a sentence of an answer.
public sealed interface Evidence {
  /// A sentence of the store's own article.
  record FromArticle(ArticleVersion article, int passage, String text) implements Evidence {}

  /// A field of an order, as it was read at that time.
  record FromOrder(String order, String field, String value, Instant asOf) implements Evidence {}

  /// A date or sum made from other evidence.
  record Computed(String what, String value, List<Evidence> from) implements Evidence {
    public Computed {
      from = List.copyOf(from);
    }
  }

  /// Words without a fact, from a named template.
  record Template(String name) implements Evidence {}

  /// As a stored message keeps it.
  default List<Source> sources() {
    return switch (this) {
      case FromArticle a ->
          List.of(
              new Source(
                  "article",
                  a.article().name(),
                  a.article().version(),
                  Integer.toString(a.passage()),
                  null));
      case FromOrder o -> List.of(new Source("order", o.order(), 0, o.field(), o.asOf()));
      case Computed c -> {
        List<Source> all = new java.util.ArrayList<>();
        all.add(new Source("computed", c.what(), 0, c.value(), null));
        c.from().forEach(part -> all.addAll(part.sources()));
        yield List.copyOf(all);
      }
      case Template t -> List.of(new Source("template", t.name(), 0, "", null));
    };
  }
}
