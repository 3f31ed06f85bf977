package deskhand.triage.proof;

import deskhand.triage.Case;
import deskhand.triage.Evidence;
import deskhand.triage.Reply;
import deskhand.triage.writing.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The check of a finished text: every sentence must say what its evidence bears, and nothing else.
/// The same for sentences of this program and of a language model.
///
/// A sentence with an article's sentence as evidence may hold only that sentence's words; one with
/// an order's field as evidence must be one of the program's own sentences for exactly those
/// values; one with a template must be that template. It does not judge whether the answer is to
/// the point.
public final class Proof {
  private static final Pattern LINK =
      Pattern.compile(
          "(https?://|www\\.)\\S+|\\b[\\w.+-]+@[\\w-]+\\.[\\w.-]+", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 6_000;

  private final ArticleProof articles;
  private final FactProof facts;

  public Proof(Case given, Words words) {
    this.articles = new ArticleProof(words.locale());
    this.facts = new FactProof(given, words);
  }

  /// Why the text must not go out; nothing where all is borne.
  public List<String> faults(Reply reply) {
    List<String> faults = new ArrayList<>();
    if (reply.text().length() > LONGEST) {
      faults.add("the text is too long");
    }
    for (Reply.Part part : reply.parts()) {
      fault(part).ifPresent(faults::add);
    }
    return faults;
  }

  private java.util.Optional<String> fault(Reply.Part part) {
    if (part.text().isBlank()) {
      return java.util.Optional.of("an empty sentence");
    }
    if (part.evidence().isEmpty()) {
      return java.util.Optional.of("a sentence names no evidence: " + start(part));
    }
    if (!part.joint().isBlank() && !part.joint().isEmpty()) {
      return java.util.Optional.of("words between two sentences");
    }
    boolean article = part.evidence().stream().allMatch(Evidence.FromArticle.class::isInstance);
    if (article) {
      return articles.fault(part).map(why -> why + ": " + start(part));
    }
    boolean mixed = part.evidence().stream().anyMatch(Evidence.FromArticle.class::isInstance);
    if (mixed) {
      return java.util.Optional.of("article and order in one sentence: " + start(part));
    }
    return facts.fault(part).map(why -> why + ": " + start(part));
  }

  static List<String> links(String text) {
    return LINK.matcher(text).results().map(java.util.regex.MatchResult::group).toList();
  }

  private static String start(Reply.Part part) {
    String text = part.text().replace('\n', ' ');
    return "\"" + (text.length() <= 60 ? text : text.substring(0, 60) + "…") + "\"";
  }
}
