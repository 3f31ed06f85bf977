package deskhand.server.demo;

import deskhand.conversations.Reference;
import deskhand.conversations.Sentence;
import deskhand.conversations.Source;
import deskhand.knowledge.Article;
import deskhand.knowledge.Audience;
import deskhand.knowledge.KnowledgeBase;
import deskhand.orders.Order;
import deskhand.orders.Orders;
import deskhand.orders.Shipment;
import deskhand.store.StoreId;
import java.text.BreakIterator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds again what an answer of the demo's past was made of: sentences that stand word for word in
/// an article, and sentences that name an order of the conversation. Everything else has no source.
final class Citations {
  private static final int SHORTEST = 24;

  private final StoreId store;
  private final Orders orders;
  private final Map<String, Source> articles = new HashMap<>();

  Citations(StoreId store, KnowledgeBase knowledge, Orders orders) {
    this.store = store;
    this.orders = orders;
    for (Article article : knowledge.articles(store)) {
      if (article.scope().audience() == Audience.PUBLIC) {
        for (Article.Passage passage : knowledge.passages(store, article.version())) {
          passage
              .sentences()
              .forEach(sentence -> articles.putIfAbsent(words(sentence), source(passage)));
        }
      }
    }
  }

  private static Source source(Article.Passage passage) {
    return new Source(
        "article",
        passage.article().name(),
        passage.article().version(),
        Integer.toString(passage.number()),
        null);
  }

  /// The text in sentences; joined again they are the text.
  List<Sentence> of(String text, Set<Reference> about) {
    List<Sentence> sentences = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    for (String line : text.splitWithDelimiters("\n+", -1)) {
      breaks.setText(line);
      int from = 0;
      for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
        String sentence = line.substring(from, to);
        sentences.add(new Sentence(sentence, sources(sentence, about)));
        from = to;
      }
    }
    return sentences;
  }

  private List<Source> sources(String sentence, Set<Reference> about) {
    String plain = words(sentence);
    Source article = plain.length() < SHORTEST ? null : articles.get(plain);
    if (article != null) {
      return List.of(article);
    }
    List<Source> found = new ArrayList<>();
    for (Reference reference : about) {
      orders
          .find(store, reference.id())
          .flatMap(order -> field(order, sentence))
          .ifPresent(found::add);
    }
    return found;
  }

  /// The field that a sentence rests on, where it names the order or its carrier.
  private static Optional<Source> field(Order order, String sentence) {
    String lower = sentence.toLowerCase(Locale.ROOT);
    Instant read = order.times().readAt();
    for (Shipment shipment : order.contents().shipments()) {
      String carrier = shipment.tracking().carrier().toLowerCase(Locale.ROOT);
      boolean named =
          lower.replace(" ", "").contains(carrier)
              || lower.contains("parcel")
              || lower.contains("delivered");
      if (named) {
        return Optional.of(
            new Source("order", order.number(), 0, "shipment." + shipment.id() + ".status", read));
      }
    }
    return sentence.contains(order.number())
        ? Optional.of(new Source("order", order.number(), 0, "fulfilment", read))
        : Optional.empty();
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
