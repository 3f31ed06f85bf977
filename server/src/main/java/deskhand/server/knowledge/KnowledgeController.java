package deskhand.server.knowledge;

import deskhand.knowledge.Article;
import deskhand.knowledge.ArticleVersion;
import deskhand.knowledge.Audience;
import deskhand.knowledge.Finding;
import deskhand.knowledge.Imported;
import deskhand.knowledge.KnowledgeBase;
import deskhand.knowledge.Question;
import deskhand.knowledge.SearchMode;
import deskhand.knowledge.Upload;
import deskhand.server.Audit;
import deskhand.server.PageLink;
import deskhand.server.Shell;
import deskhand.server.Texts;
import deskhand.server.Times;
import deskhand.server.Visit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The store's articles: which there are, what they say, what a question would find, and uploading
/// more.
@Controller
@RequestMapping("/s/{store}")
class KnowledgeController {
  private static final int FOUND = 6;
  private static final int LONGEST_QUESTION = 1_000;
  private static final int MOST_FILES = 200;

  private final KnowledgeBase knowledge;
  private final Shell shell;
  private final Texts texts;
  private final Times times;
  private final Audit audit;

  KnowledgeController(KnowledgeBase knowledge, Shell shell, Texts texts, Times times, Audit audit) {
    this.knowledge = knowledge;
    this.shell = shell;
    this.texts = texts;
    this.times = times;
    this.audit = audit;
  }

  /// Stands in the navigation.
  @Configuration(proxyBeanMethods = false)
  static class Links {
    @Bean
    PageLink knowledgeLink() {
      return PageLink.forAll("knowledge", "knowledge", 10);
    }
  }

  /// An article in the list.
  record Row(
      String href,
      String name,
      String title,
      String scope,
      String dates,
      String version,
      String saved) {}

  /// A passage that a question finds.
  record Hit(String href, String title, String heading, String text, int percent) {}

  /// What became of a file; kept in the session until the next page shows it.
  record Result(String file, String text, boolean fine) {
    List<String> words() {
      return List.of(file, text, fine ? "fine" : "late");
    }
  }

  @GetMapping("/knowledge")
  String list(
      Visit visit,
      Model model,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "false") boolean internal,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
    model.addAttribute("q", q);
    model.addAttribute("internal", internal);
    model.addAttribute("hits", q.isBlank() ? null : hits(visit, q, internal));
    if (part) {
      return "knowledge/list :: found";
    }
    Times.In in = times.in(visit.store());
    model.addAttribute("shell", shell.around(visit, "knowledge"));
    model.addAttribute(
        "articles",
        knowledge.articles(visit.id()).stream().map(article -> row(visit, article, in)).toList());
    return "knowledge/list";
  }

  private List<Hit> hits(Visit visit, String q, boolean internal) {
    String question = q.strip().substring(0, Math.min(q.strip().length(), LONGEST_QUESTION));
    List<Finding> found =
        knowledge.search(
            new Question(
                visit.id(),
                question,
                visit.store().language(),
                Optional.empty(),
                times.in(visit.store()).now().toLocalDate(),
                internal ? Audience.INTERNAL : Audience.PUBLIC),
            SearchMode.HYBRID,
            FOUND);
    return found.stream().map(finding -> hit(visit, finding)).toList();
  }

  private static Hit hit(Visit visit, Finding finding) {
    List<String> headings = finding.passage().headings();
    return new Hit(
        href(visit, finding.passage().article()) + "#p" + finding.passage().number(),
        headings.isEmpty() ? finding.passage().article().name() : headings.getFirst(),
        String.join(" › ", headings.stream().skip(1).toList()),
        finding.passage().text(),
        (int) Math.round(finding.confidence() * 100));
  }

  private Row row(Visit visit, Article article, Times.In in) {
    return new Row(
        href(visit, article.version()),
        article.version().name(),
        article.title(),
        scope(article),
        dates(article, in),
        Long.toString(article.version().version()),
        in.brief(article.savedAt()));
  }

  private String scope(Article article) {
    List<String> words = new ArrayList<>();
    words.add(
        texts.of(
            article.scope().audience() == Audience.INTERNAL
                ? "knowledge.internal"
                : "knowledge.public"));
    words.add(article.scope().language().getDisplayLanguage(java.util.Locale.ENGLISH));
    if (!article.scope().countries().isEmpty()) {
      words.add(String.join(", ", article.scope().countries().stream().sorted().toList()));
    }
    return String.join(" · ", words);
  }

  private String dates(Article article, Times.In in) {
    Optional<String> from = article.scope().effectiveFrom().map(in::day);
    Optional<String> to = article.scope().effectiveTo().map(in::day);
    if (from.isPresent() && to.isPresent()) {
      return texts.of("knowledge.from-to", from.get(), to.get());
    }
    return from.map(day -> texts.of("knowledge.from", day))
        .or(() -> to.map(day -> texts.of("knowledge.to", day)))
        .orElseGet(() -> texts.of("knowledge.always"));
  }

  private static String href(Visit visit, ArticleVersion version) {
    return visit.path(
        "knowledge/"
            + org.springframework.web.util.UriUtils.encodePathSegment(
                version.name(), java.nio.charset.StandardCharsets.UTF_8)
            + "/"
            + version.version());
  }

  @GetMapping("/knowledge/{article}/{version}")
  String article(
      Visit visit, Model model, @PathVariable String article, @PathVariable long version) {
    ArticleVersion asked = new ArticleVersion(article, version);
    Article found =
        knowledge
            .article(visit.id(), asked)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Times.In in = times.in(visit.store());
    model.addAttribute("shell", shell.around(visit, "knowledge"));
    model.addAttribute("article", found);
    model.addAttribute("row", row(visit, found, in));
    model.addAttribute("passages", knowledge.passages(visit.id(), asked));
    model.addAttribute("current", knowledge.isCurrent(visit.id(), asked));
    return "knowledge/article";
  }

  @PostMapping("/admin/knowledge")
  String upload(
      Visit visit,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      RedirectAttributes after) {
    List<MultipartFile> given =
        files == null ? List.of() : files.stream().filter(file -> !file.isEmpty()).toList();
    if (given.isEmpty() || given.size() > MOST_FILES) {
      after.addFlashAttribute("said", given.isEmpty() ? "knowledge.no-file" : "knowledge.too-many");
      return "redirect:" + visit.path("knowledge");
    }
    List<Upload> uploads = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    for (MultipartFile file : given) {
      String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
      try {
        uploads.add(new Upload(name, file.getBytes()));
      } catch (IOException broken) {
        results.add(new Result(name, texts.of("knowledge.unreadable"), false));
      }
    }
    knowledge.publish(visit.id(), uploads).forEach(imported -> results.add(result(imported)));
    audit.note(visit, Audit.What.ARTICLES_PUBLISHED, results.size() + " files");
    after.addFlashAttribute("results", results.stream().map(Result::words).toList());
    return "redirect:" + visit.path("knowledge");
  }

  private Result result(Imported imported) {
    return switch (imported) {
      case Imported.Refused(String file, String reason) -> new Result(file, reason, false);
      case Imported.Saved(String file, List<ArticleVersion> articles) ->
          new Result(
              file,
              String.join(
                  ", ",
                  articles.stream()
                      .map(
                          version -> texts.of("knowledge.saved", version.name(), version.version()))
                      .toList()),
              true);
    };
  }

  @PostMapping("/admin/knowledge/withdraw")
  String withdraw(Visit visit, @RequestParam String article, RedirectAttributes after) {
    knowledge.withdraw(visit.id(), article);
    audit.note(visit, Audit.What.ARTICLE_WITHDRAWN, article);
    after.addFlashAttribute("said", "knowledge.withdrawn");
    return "redirect:" + visit.path("knowledge");
  }
}
