package deskhand.server.inbox;

import deskhand.conversations.Sentence;
import deskhand.knowledge.Article;
import deskhand.knowledge.ArticleVersion;
import deskhand.knowledge.KnowledgeBase;
import deskhand.orders.Order;
import deskhand.orders.Orders;
import deskhand.server.Texts;
import deskhand.server.Times;
import deskhand.server.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What bears the phrases of a text: labels below it, and the source itself when somebody opens it.
@Component
class Sources {
  private static final int MOST_SHOWN = 12;

  private final KnowledgeBase knowledge;
  private final Orders orders;
  private final Texts texts;

  Sources(KnowledgeBase knowledge, Orders orders, Texts texts) {
    this.knowledge = knowledge;
    this.orders = orders;
    this.texts = texts;
  }

  /// The labels.
  ///
  /// @param message the id of the message's element, `draft` for a draft
  /// @param at the address of the conversation, ending in a slash
  List<SourceView> list(Visit visit, Times.In times, Numbered numbered, String message, String at) {
    return numbered.all().stream()
        .map(cited ->
            new SourceView(
                cited.number(),
                message + "-s" + cited.number(),
                label(visit, times, cited),
                cited.subject().kind().equals("computed")
                    ? ""
                    : at + "sources/" + message + "/" + cited.number()))
        .toList();
  }

  private String label(Visit visit, Times.In times, Numbered.Cited cited) {
    Numbered.Subject subject = cited.subject();
    return switch (subject.kind()) {
      case "article" ->
          article(visit, subject)
              .map(article ->
                  article
                      .scope()
                      .effectiveFrom()
                      .map(from ->
                          texts.of("source.article.since", article.title(), times.day(from)))
                      .orElseGet(
                          () -> texts.of("source.article", article.title(), subject.version())))
              .orElseGet(() -> texts.of("source.article.gone", subject.id()));
      case "order" ->
          cited.asOf().equals(Instant.EPOCH)
              ? texts.of("source.order", subject.id())
              : texts.of("source.order.as-of", subject.id(), times.moment(cited.asOf()));
      case "computed" ->
          texts.of(
              "source.computed",
              texts.orElse("computed." + subject.id(), subject.id()),
              value(cited.uses().getFirst().source().detail(), times));
      default -> subject.kind() + " " + subject.id();
    };
  }

  /// A worked-out value: dates and instants as people write them.
  private static String value(String value, Times.In times) {
    try {
      return value.contains("T")
          ? times.full(Instant.parse(value))
          : times.day(LocalDate.parse(value));
    } catch (DateTimeParseException other) {
      return value;
    }
  }

  private Optional<Article> article(Visit visit, Numbered.Subject subject) {
    return knowledge.article(visit.id(), new ArticleVersion(subject.id(), subject.version()));
  }

  /// A source as it is shown when it is opened.
  ///
  /// @param parts passages of an article, or fields of an order
  record Shown(String title, String note, List<Part> parts) {}

  /// @param pieces in order; those that were used are marked
  record Part(String heading, List<Piece> pieces) {}

  record Piece(String text, boolean used) {}

  Optional<Shown> open(Visit visit, Times.In times, List<Sentence> sentences, int number) {
    return new Numbered(sentences)
        .all().stream()
            .filter(cited -> cited.number() == number)
            .findFirst()
            .flatMap(cited ->
                switch (cited.subject().kind()) {
                  case "article" ->
                      article(visit, cited.subject()).map(a -> shown(visit, a, cited));
                  case "order" ->
                      orders
                          .find(visit.id(), cited.subject().id())
                          .map(order -> shown(times, order, cited));
                  default -> Optional.empty();
                });
  }

  private Shown shown(Visit visit, Article article, Numbered.Cited cited) {
    List<Part> parts = new ArrayList<>();
    for (Article.Passage passage : knowledge.passages(visit.id(), article.version())) {
      List<String> said =
          cited.uses().stream()
              .filter(use -> use.source().detail().equals(Integer.toString(passage.number())))
              .map(Numbered.Use::sentence)
              .toList();
      if (!said.isEmpty() && parts.size() < MOST_SHOWN) {
        String heading = String.join(" › ", passage.headings().stream().skip(1).toList());
        parts.add(new Part(heading, pieces(passage, said)));
      }
    }
    boolean inForce = knowledge.isCurrent(visit.id(), article.version());
    String note =
        texts.of(inForce ? "source.in-force" : "source.replaced", article.version().version());
    return new Shown(article.title(), note, parts);
  }

  private static List<Piece> pieces(Article.Passage passage, List<String> said) {
    List<String> sentences =
        passage.sentences().isEmpty() ? List.of(passage.text()) : passage.sentences();
    List<Piece> pieces =
        sentences.stream()
            .map(sentence ->
                new Piece(sentence, said.stream().anyMatch(used -> same(used, sentence))))
            .toList();
    boolean found = pieces.stream().anyMatch(Piece::used);
    return found ? pieces : List.of(new Piece(passage.text(), true));
  }

  /// The same words, whatever is between them; an answer may quote a part of a sentence, or lead
  /// into it.
  private static boolean same(String used, String sentence) {
    String a = words(used);
    String b = words(sentence);
    return a.length() > 10 && b.length() > 10 && (a.contains(b) || b.contains(a));
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private Shown shown(Times.In times, Order order, Numbered.Cited cited) {
    OrderFields fields = new OrderFields(order, times, texts);
    List<Part> parts = new ArrayList<>();
    for (Numbered.Use use : cited.uses()) {
      String field = use.source().detail();
      Part part = new Part(fields.label(field), List.of(new Piece(fields.value(field), true)));
      boolean saysSomething = !field.isEmpty() && !field.equals("number");
      if (saysSomething && !parts.contains(part) && parts.size() < MOST_SHOWN) {
        parts.add(part);
      }
    }
    String note = texts.of("source.order.now", times.moment(order.times().readAt()));
    return new Shown(texts.of("source.order", order.number()), note, parts);
  }
}
