package deskhand.eval;

import deskhand.conversations.Source;
import deskhand.triage.Decision;
import deskhand.triage.Reply;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A decision as a line of a result file (golden/FORMAT.md): what the customer was told, sentence
/// by sentence.
record DecisionLine(
    String outcome,
    Decision.Basis basis,
    Reply reply,
    List<SentenceLine> sentences,
    double millis) {

  record SentenceLine(String text, List<String> source) {}

  static DecisionLine of(Decision decision, double millis) {
    Reply told =
        switch (decision) {
          case Decision.Answer answer -> answer.reply();
          case Decision.Clarification clarification -> clarification.reply();
          case Decision.Escalation escalation -> escalation.notice();
          case Decision.Suggestion _, Decision.NoReply _ -> Reply.nothing();
        };
    String outcome =
        switch (decision) {
          case Decision.Answer _ -> "answer";
          case Decision.Clarification _ -> "clarify";
          case Decision.Escalation _, Decision.Suggestion _ -> "escalate";
          case Decision.NoReply _ -> "no_reply";
        };
    return new DecisionLine(
        outcome,
        decision.basis(),
        told,
        told.parts().stream()
            .map(part ->
                new SentenceLine(
                    part.text(),
                    part.evidence().stream()
                        .flatMap(evidence -> evidence.sources().stream())
                        .map(DecisionLine::spelled)
                        .distinct()
                        .toList()))
            .toList(),
        millis);
  }

  /// The orders and articles that the sentences rest on.
  Set<String> evidence() {
    Set<String> evidence = new LinkedHashSet<>();
    for (SentenceLine sentence : sentences) {
      for (String source : sentence.source()) {
        if (source.startsWith("article:")) {
          evidence.add(source.substring(0, source.lastIndexOf('#')));
        } else if (source.startsWith("order:")) {
          int field = source.indexOf('.');
          evidence.add(field < 0 ? source : source.substring(0, field));
        }
      }
    }
    return evidence;
  }

  Map<String, Object> json(String id) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", id);
    line.put("outcome", outcome);
    line.put("intent", basis.understanding().intent().intent());
    line.put("confidence", Math.round(1000 * basis.confidence()) / 1000.0);
    line.put("reply", reply.text());
    line.put("sentences", sentences);
    line.put("evidence", evidence());
    line.put("reasons", basis.reasons());
    line.put("millis", Math.round(10 * millis) / 10.0);
    return line;
  }

  private static String spelled(Source source) {
    return switch (source.kind()) {
      case "article" -> "article:" + source.id() + "#" + source.detail();
      case "order" ->
          "order:" + source.id() + (source.detail().isEmpty() ? "" : "." + source.detail());
      default -> source.kind() + ":" + source.id();
    };
  }
}
