package deskhand.triage.proof;

import deskhand.triage.Evidence;
import deskhand.triage.Reply;
import deskhand.triage.articles.Unit;
import deskhand.triage.language.Terms;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Checks a sentence against the articles' sentences that it names: word for word is right at once;
/// otherwise every number, link, word of meaning, negation and condition must be theirs.
final class ArticleProof {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:]\\d+)*");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+(?:['’-][\\p{L}\\d]+)*");

  /// Words that turn a sentence round or bound it; none may be added or left out.
  private static final Pattern TURN =
      Pattern.compile(
          "\\b(not|no|never|none|nothing|neither|nor|cannot|can't|don't|doesn't|isn't|aren't|won't|without|only|unless|except|excluding|minus|before|after|until|within|at least|at most|up to|from|above|below|over|under|if|as long as|less than|more than|free|must"
              + "|nicht|kein\\w*|nie|ohne|nur|außer|wenn|bis|ab|vor|nach|innerhalb|kostenlos"
              + "|niet|geen|nooit|zonder|alleen|behalve|als|tot|vanaf|voor|na|binnen|gratis"
              + "|ne|pas|jamais|sans|sauf|seulement|si|avant|après|jusqu\\w*|dans|gratuit\\w*)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Set<String> JOINING =
      Set.of(
          "yes", "ja", "oui", "sí", "sì", "the", "a", "an", "and", "also", "for", "your", "our",
          "you", "we", "is", "are", "it", "this", "that", "order", "please");

  private final Locale language;

  ArticleProof(Locale language) {
    this.language = language;
  }

  Optional<String> fault(Reply.Part part) {
    List<String> sources =
        part.evidence().stream()
            .map(Evidence.FromArticle.class::cast)
            .map(Evidence.FromArticle::text)
            .toList();
    String text = squash(part.text());
    if (sources.stream().map(ArticleProof::squash).anyMatch(source -> isWhole(text, source))) {
      return Optional.empty();
    }
    if (sources.size() > 1 && squash(Unit.merged(sources)).equals(text)) {
      return Optional.empty();
    }
    String all = String.join(" ", sources);
    if (!numbers(all).containsAll(numbers(part.text()))) {
      return Optional.of("a number that the article does not hold");
    }
    boolean address = part.text().contains("@") && !all.contains("@");
    if (address
        || Proof.links(part.text()).stream().anyMatch(link -> !all.contains(trimmed(link)))) {
      return Optional.of("a link or address that the article does not hold");
    }
    Set<String> held = words(all);
    Set<String> said = words(part.text());
    said.removeAll(JOINING);
    said.removeIf(held::contains);
    Set<String> heldStems = Terms.of(all, language);
    if (said.stream().anyMatch(word -> !heldStems.containsAll(Terms.of(word, language)))) {
      return Optional.of("words that the article does not hold");
    }
    String nearest = nearest(sources, part.text());
    if (!turns(nearest).equals(turns(part.text()))) {
      return Optional.of("a negation or condition was added or left out");
    }
    return Optional.empty();
  }

  /// The sentence itself, or one of its own sentences cut at its ends.
  private static boolean isWhole(String text, String source) {
    if (source.equals(text) || closed(source).equals(text)) {
      return true;
    }
    if (source.startsWith(text + " ")) {
      return endsSentence(text);
    }
    return source.endsWith(" " + text)
        && endsSentence(source.substring(0, source.length() - text.length()).strip());
  }

  /// A row or an item as it is written as a sentence.
  private static String closed(String source) {
    return source.replaceAll("[,;.]$", "") + ".";
  }

  private static boolean endsSentence(String text) {
    return text.endsWith(".") || text.endsWith("!") || text.endsWith("?");
  }

  private String nearest(List<String> sources, String text) {
    Set<String> said = words(text);
    String best = sources.getFirst();
    long most = -1;
    for (String source : sources) {
      Set<String> held = words(source);
      long common = said.stream().filter(held::contains).count();
      if (common > most) {
        most = common;
        best = source;
      }
    }
    return best;
  }

  private static List<String> turns(String text) {
    return TURN.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''))
        .results()
        .map(java.util.regex.MatchResult::group)
        .sorted()
        .toList();
  }

  private static Set<String> numbers(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .map(found -> found.group().replace(',', '.'))
        .collect(Collectors.toSet());
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''));
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }

  private static String trimmed(String link) {
    return link.replaceAll("[.,;:!?)]+$", "");
  }

  private static String squash(String text) {
    return text.replaceAll("[\\s\\u00a0]+", " ").strip();
  }
}
