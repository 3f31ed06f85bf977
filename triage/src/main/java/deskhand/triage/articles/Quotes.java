package deskhand.triage.articles;

import deskhand.knowledge.Article;
import deskhand.triage.Evidence;
import deskhand.triage.Reply;
import deskhand.triage.language.Countries;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Sentences of articles that together answer a question, and how sure that is.
///
/// @param by how they were found
/// @param confidence from 0 to 1
/// @param why the figures behind the confidence, for a person
public record Quotes(By by, List<Line> lines, double confidence, String why) {
  /// As sure as what is found by its form can be: a row that names the place and gives what is
  /// asked.
  public static final double SURE = 0.8;

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS;

  /// A heading that says what does not hold. One that says what went wrong for a customer ("I don't
  /// have it", "if it did not arrive") denies nothing.
  private static final Pattern DENYING_HEADING =
      Pattern.compile(
          "^(what|which|things|items|goods|products|places|countries|was|welche\\w*|wat|welke|ce qu\\w*|quels?|quelles?|lo que|qué|cosa)\\b(?!.*\\b(if|when|wenn|falls|als|si|se)\\b).*\\b(not|never|cannot|\\w+n't|nicht|kein\\w*|niet|geen|pas|no|non)\\b"
              + "|\\b(not|nicht|niet|non|no) (covered|included|accepted|allowed|\\w+(able|ible|bar|baar|ables|abile|abili))\\b|\\bnon-\\w+able\\b"
              + "|\\b(exclusions?|exceptions?|excluded|ausnahmen?|ausgeschlossen|uitzondering\\w*|uitgesloten|exclus|eccezion\\w*|excepcion\\w*)\\b",
          FLAGS);

  private static final Pattern DENIES =
      Pattern.compile(
          "\\b(not|no|never|cannot|\\w+n't|without|except|excluded|nicht|kein\\w*|ohne|niet|geen|pas|sans|sauf|sin|excepto|non|senza)\\b",
          FLAGS);

  public Quotes {
    lines = List.copyOf(lines);
  }

  public Quotes(List<Line> lines, double confidence, String why) {
    this(By.LIKELIHOOD, lines, confidence, why);
  }

  /// How an answer was found.
  public enum By {
    /// The sentences that are likeliest to answer.
    LIKELIHOOD,

    /// What a sentence says plainly by its form.
    FORM,

    /// A row of a table, or a sentence that stands for the whole of it.
    TABLE,

    /// A sentence that excludes goods in a state.
    EXCLUSION
  }

  /// Those sentences, each by itself, in that order.
  static Quotes of(By by, List<PolicyFinder.Candidate> sentences, String why) {
    List<Line> lines = sentences.stream().map(one -> Line.of(List.of(one.quote()))).toList();
    return new Quotes(by, lines, SURE, why);
  }

  /// One sentence of an article, word for word.
  public record Quote(Article.Passage passage, int index, String sentence) {
    /// What the row of a table is about; empty for anything but a row.
    public String label() {
      return Unit.label(sentence);
    }

    public Evidence.FromArticle evidence() {
      return new Evidence.FromArticle(passage.article(), passage.number(), sentence);
    }
  }

  /// What is said in one sentence: a sentence of an article, or several items of one list.
  public record Line(String text, List<Quote> quotes) {
    public Line {
      quotes = List.copyOf(quotes);
    }

    static Line of(List<Quote> quotes) {
      return new Line(closed(Unit.merged(quotes.stream().map(Quote::sentence).toList())), quotes);
    }

    Reply.Part part() {
      return new Reply.Part(" ", text, quotes.stream().<Evidence>map(Quote::evidence).toList());
    }

    /// A row or an item of a list as a sentence.
    private static String closed(String sentence) {
      char last = sentence.charAt(sentence.length() - 1);
      boolean open = Character.isLetterOrDigit(last) || ")%€,;".indexOf(last) >= 0;
      return open ? sentence.replaceAll("[,;]$", "") + "." : sentence;
    }
  }

  public static Quotes none(String why) {
    return new Quotes(List.of(), 0, why);
  }

  public static List<Reply.Part> parts(Quote quote) {
    return List.of(Line.of(List.of(quote)).part());
  }

  public static boolean isRow(String sentence) {
    return !Unit.label(sentence).isEmpty();
  }

  /// Whether it says that something is excluded, itself or under a heading that does.
  public static boolean isExcluding(PolicyFinder.Candidate one) {
    return isDenying(one.sentence())
        || one.finding().passage().headings().stream().anyMatch(Quotes::denies);
  }

  /// Whether it is what a table says, of which nothing else was left to choose.
  public boolean isOfTable() {
    return by == By.TABLE;
  }

  /// Whether it excludes goods for a state that the rest of the message denies, or for which the
  /// store is to blame.
  public boolean isRefutedBy(String said) {
    return by == By.EXCLUSION && !Exclusions.mayHoldFor(said);
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /// Whether a heading denies what is quoted, as "what cannot be returned" does: without the
  /// heading it would say the opposite.
  public boolean isDenied() {
    boolean above =
        quotes().stream()
            .flatMap(quote -> quote.passage().headings().stream())
            .anyMatch(Quotes::denies);
    return above
        && quotes().stream().map(Quote::sentence).noneMatch(sentence -> holds(DENIES, sentence));
  }

  /// Whether a heading says what does not hold, as "what cannot be returned" does.
  static boolean denies(String heading) {
    return holds(DENYING_HEADING, heading);
  }

  /// Whether a sentence says of something that it is not so.
  static boolean isDenying(String sentence) {
    return holds(DENIES, sentence);
  }

  /// Whether what is quoted holds for some countries alone.
  public boolean namesPlaces() {
    return quotes().stream().anyMatch(quote -> !Countries.in(quote.sentence()).isEmpty());
  }

  private static boolean holds(Pattern pattern, String text) {
    return pattern.matcher(text.replace('’', '\'')).find();
  }

  public List<Quote> quotes() {
    return lines.stream().flatMap(line -> line.quotes().stream()).toList();
  }

  public List<Reply.Part> parts() {
    List<Reply.Part> parts = new ArrayList<>();
    lines.forEach(line -> parts.add(line.part()));
    return parts;
  }
}
