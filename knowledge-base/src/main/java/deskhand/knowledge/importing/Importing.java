package deskhand.knowledge.importing;

import deskhand.knowledge.Article;
import deskhand.knowledge.ArticleReader;
import deskhand.knowledge.Audience;
import deskhand.knowledge.Draft;
import deskhand.knowledge.Reading;
import deskhand.knowledge.SentenceModel;
import deskhand.knowledge.Upload;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.Node;
import org.springframework.stereotype.Component;

/// The front door of the package: tells by a file's name how it is read.
@Component
class Importing implements ArticleReader {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TITLE = 300;

  private final PassageCutter cutter;

  Importing(SentenceModel model) {
    this.cutter = new PassageCutter(model);
  }

  @Override
  public Reading read(Upload upload, Locale language) {
    try {
      return new Reading.Read(draft(upload, language));
    } catch (Refusal refusal) {
      return new Reading.Unreadable(refusal.reason());
    }
  }

  private Draft draft(Upload upload, Locale storeLanguage) {
    String name = name(upload);
    Source source = source(upload, name);
    Node document = Markdown.parse(source.body());
    FrontMatter given = source.given();
    String title = title(given, document, name);
    Locale language =
        given.language().or(() -> LanguageOfText.guess(source.body())).orElse(storeLanguage);
    List<Draft.Part> parts = cutter.cut(Outline.of(document, title, language));
    if (parts.isEmpty()) {
      throw new Refusal("There is no text in the file.");
    }
    Article.Scope scope =
        new Article.Scope(
            given.audience().orElse(Audience.PUBLIC),
            language,
            given.countries(),
            given.effectiveFrom(),
            given.effectiveTo());
    return new Draft(name, title, scope, source.body(), parts);
  }

  private static Source source(Upload upload, String name) {
    Kind kind = Kind.of(upload.ending());
    String text = Content.text(upload);
    return switch (kind) {
      case MARKDOWN -> FrontMatter.split(text);
      case HTML -> HtmlReader.read(text);
      case TEXT -> new Source(FrontMatter.named(name), MarkdownText.paragraphs(text));
      case CSV -> new Source(FrontMatter.named(name), QuestionsAndAnswers.read(text));
    };
  }

  private static String name(Upload upload) {
    String name = upload.article();
    if (name.isBlank() || name.startsWith(".")) {
      throw new Refusal("The file has no name.");
    }
    if (name.length() > LONGEST_NAME) {
      throw new Refusal("The file's name is longer than " + LONGEST_NAME + " letters.");
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw new Refusal("The file's name holds control characters.");
    }
    return name;
  }

  private static String title(FrontMatter given, Node document, String name) {
    String title = given.title().or(() -> Markdown.firstHeading(document)).orElse(name);
    return title.length() <= LONGEST_TITLE ? title : name;
  }

  /// What is known of an article before it is cut.
  ///
  /// @param body Markdown
  record Source(FrontMatter given, String body) {}

  private enum Kind {
    MARKDOWN,
    HTML,
    TEXT,
    CSV;

    static Kind of(String ending) {
      return switch (ending) {
        case "md", "markdown" -> MARKDOWN;
        case "html", "htm", "xhtml" -> HTML;
        case "txt", "text" -> TEXT;
        case "csv" -> CSV;
        default ->
            throw new Refusal(
                "Files of this kind"
                    + (ending.isEmpty() || ending.length() > 10 ? "" : " (." + ending + ")")
                    + " can't be read: give Markdown (.md), HTML (.html), text (.txt) or a table of"
                    + " questions and answers (.csv).");
      };
    }
  }
}
