package deskhand.flows;

import deskhand.conversations.OutgoingMessage;
import deskhand.conversations.Reference;
import deskhand.conversations.Sentence;
import deskhand.conversations.Source;
import deskhand.orders.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Writes a flow's letter about an order: sentences with what bears each of them.
final class Letters {
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]{1,20})}");
  private static final Pattern ALTERNATIVES = Pattern.compile(" \\| ");

  private Letters() {}

  /// @param flow whose letter it is, for the sources
  /// @param order as `facts` have it
  static OutgoingMessage.Content write(
      Flow flow, String name, Facts facts, Order order, Instant now) {
    Letter letter = flow.letters().get(name);
    if (letter == null) {
      throw new IllegalArgumentException("there is no letter " + name);
    }
    Locale language =
        letter.language(
            Stream.concat(order.buyer().locale().stream(), Stream.of(facts.store().language()))
                .toList());
    Letter.Text text = letter.in(language);
    Values values = Values.of(facts, order, language, now);
    Function<Values.Value, Source> source =
        value ->
            value.field().isEmpty()
                ? new Source("template", flow.name(), 0, name, null)
                : new Source("order", order.number(), 0, value.field(), order.times().readAt());
    List<List<Sentence>> paragraphs = new ArrayList<>();
    for (List<String> wording : text.paragraphs()) {
      List<Sentence> sentences = new ArrayList<>();
      for (String sentence : wording) {
        filled(sentence, values, source)
            .map(found ->
                found.sources().isEmpty()
                    ? new Sentence(
                        found.text(), List.of(new Source("template", flow.name(), 0, name, null)))
                    : found)
            .ifPresent(sentences::add);
      }
      if (!sentences.isEmpty()) {
        paragraphs.add(sentences);
      }
    }
    List<Sentence> all = joined(paragraphs);
    StringBuilder whole = new StringBuilder();
    all.forEach(sentence -> whole.append(sentence.text()));
    String subject =
        filled(text.subject(), values, source).map(Sentence::text).orElse(facts.store().name());
    return new OutgoingMessage.Content(
        subject, whole.toString(), all, Set.of(Reference.order(order.number())));
  }

  /// The first alternative of which everything is known.
  private static Optional<Sentence> filled(
      String wording, Values values, Function<Values.Value, Source> source) {
    for (String alternative : ALTERNATIVES.split(wording, -1)) {
      Set<Source> sources = new LinkedHashSet<>();
      StringBuilder text = new StringBuilder();
      Matcher variable = VARIABLE.matcher(alternative);
      boolean known = true;
      while (known && variable.find()) {
        Optional<Values.Value> value = values.find(variable.group(1));
        known = value.isPresent();
        value.ifPresent(found -> {
          sources.add(source.apply(found));
          variable.appendReplacement(text, Matcher.quoteReplacement(found.text()));
        });
      }
      if (known) {
        variable.appendTail(text);
        return Optional.of(new Sentence(text.toString(), List.copyOf(sources)));
      }
    }
    return Optional.empty();
  }

  /// Spaces and blank lines belong to the sentence before them, so that all sentences in order are
  /// the whole text.
  private static List<Sentence> joined(List<List<Sentence>> paragraphs) {
    List<Sentence> all = new ArrayList<>();
    for (int p = 0; p < paragraphs.size(); p++) {
      List<Sentence> paragraph = paragraphs.get(p);
      for (int s = 0; s < paragraph.size(); s++) {
        boolean lastOfParagraph = s == paragraph.size() - 1;
        String after = !lastOfParagraph ? " " : p == paragraphs.size() - 1 ? "" : "\n\n";
        Sentence sentence = paragraph.get(s);
        all.add(new Sentence(sentence.text() + after, sentence.sources()));
      }
    }
    return all;
  }
}
