package deskhand.server.chat;

import deskhand.conversations.Author;
import deskhand.conversations.Chats;
import deskhand.conversations.Sentence;
import deskhand.conversations.Source;
import deskhand.knowledge.Article;
import deskhand.knowledge.ArticleVersion;
import deskhand.knowledge.KnowledgeBase;
import deskhand.server.Texts;
import deskhand.store.StoreId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Lines of a chat as the visitor's page gets them.
@Component
class ChatLines {
  private final KnowledgeBase knowledge;
  private final Texts texts;

  ChatLines(KnowledgeBase knowledge, Texts texts) {
    this.knowledge = knowledge;
    this.texts = texts;
  }

  /// @param from `me`, `assistant`, `person` or `shop`
  /// @param name of the person; empty for all others
  /// @param sources where the assistant has it from, in a sentence; empty for none
  record Said(long number, String from, String name, String text, String at, String sources) {}

  List<Said> of(StoreId store, List<Chats.Line> lines) {
    return lines.stream().map(line -> said(store, line)).toList();
  }

  private Said said(StoreId store, Chats.Line line) {
    String from =
        switch (line.author()) {
          case Author.Customer customer -> "me";
          case Author.Agent agent -> "person";
          case Author.Assistant assistant -> "assistant";
          case Author.Flow flow -> "shop";
          case Author.Program program -> "shop";
        };
    String name = line.author() instanceof Author.Agent agent ? agent.name() : "";
    return new Said(
        line.number(),
        from,
        name,
        line.text().strip(),
        line.at().toString(),
        sources(store, line.sentences()));
  }

  private String sources(StoreId store, List<Sentence> sentences) {
    Set<String> named = new LinkedHashSet<>();
    for (Sentence sentence : sentences) {
      for (Source source : sentence.sources()) {
        switch (source.kind()) {
          case "article" ->
              knowledge
                  .article(store, new ArticleVersion(source.id(), source.version()))
                  .map(Article::title)
                  .ifPresent(title -> named.add(texts.of("chat.source.article", title)));
          case "order" -> named.add(texts.of("chat.source.order", source.id()));
          default -> {}
        }
      }
    }
    return named.isEmpty() ? "" : texts.of("chat.sources", String.join(", ", named));
  }
}
