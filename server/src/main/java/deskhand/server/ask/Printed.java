package deskhand.server.ask;

import deskhand.triage.Decision;
import deskhand.triage.Evidence;
import deskhand.triage.Reply;
import deskhand.triage.Understanding;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes a decision for a terminal: what happens, the text with numbered sources, the sources, the
/// reasons. Colours only where somebody looks.
final class Printed {
  private static final String BOLD = "\u001b[1m";
  private static final String GREEN = "\u001b[32m";
  private static final String SOFT = "\u001b[2m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintStream out;
  private final boolean colours;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  Printed(PrintStream out, boolean colours) {
    this.out = out;
    this.colours = colours;
  }

  void print(Decision decision) {
    Understanding understood = decision.basis().understanding();
    out.println(
        paint(BOLD, "Decision    ")
            + paint(GREEN, outcome(decision))
            + String.format(Locale.ROOT, ", %.2f sure", decision.basis().confidence()));
    out.println(
        paint(BOLD, "Understood  ")
            + understood.intent().intent()
            + String.format(Locale.ROOT, " (%.2f)", understood.intent().confidence())
            + further(understood));
    switch (decision) {
      case Decision.Answer answer -> text("Reply", answer.reply());
      case Decision.Clarification back -> text("Reply", back.reply());
      case Decision.Suggestion suggestion -> text("Draft for a person", suggestion.draft());
      case Decision.Escalation escalation -> {
        text("The customer is told", escalation.notice());
        text("Draft for a person", escalation.draft());
      }
      case Decision.NoReply none -> out.println("\nNothing is sent.");
    }
    if (!numbers.isEmpty()) {
      out.println("\n" + paint(BOLD, "Evidence"));
      numbers.forEach(
          (source, number) -> out.println(paint(GREEN, "  [" + number + "] ") + source));
    }
    out.println("\n" + paint(BOLD, "Reasons"));
    decision.basis().reasons().forEach(reason -> out.println(paint(SOFT, "  · ") + reason));
  }

  private static String outcome(Decision decision) {
    return switch (decision) {
      case Decision.Answer answer -> "answer by itself";
      case Decision.Clarification back -> "ask back by itself";
      case Decision.Suggestion suggestion -> "suggest to a person";
      case Decision.Escalation escalation -> "hand to a person";
      case Decision.NoReply none -> "no reply";
    };
  }

  private static String further(Understanding understood) {
    List<String> more = understood.further().stream().map(Understanding.Guess::intent).toList();
    return more.isEmpty() ? "" : ", also " + String.join(", ", more);
  }

  private void text(String title, Reply reply) {
    if (reply.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (Reply.Part part : reply.parts()) {
      text.append(text.isEmpty() ? "" : part.joint()).append(part.text());
      for (int number : numbers(part)) {
        text.append(paint(GREEN, "[" + number + "]"));
      }
    }
    out.println("\n" + paint(BOLD, title));
    text.toString().lines().forEach(line -> out.println("  " + line));
  }

  private List<Integer> numbers(Reply.Part part) {
    List<Integer> found = new ArrayList<>();
    for (Evidence evidence : part.evidence()) {
      boolean saysSomething =
          switch (evidence) {
            case Evidence.Template words -> false;
            case Evidence.FromOrder fact -> !fact.field().equals("number");
            case Evidence.FromArticle sentence -> true;
            case Evidence.Computed worked -> true;
          };
      if (saysSomething) {
        int number = numbers.computeIfAbsent(source(evidence), source -> numbers.size() + 1);
        if (!found.contains(number)) {
          found.add(number);
        }
      }
    }
    return found;
  }

  private static String source(Evidence evidence) {
    return switch (evidence) {
      case Evidence.FromArticle a ->
          "article "
              + a.article().name()
              + ", version "
              + a.article().version()
              + ", passage "
              + a.passage()
              + ": "
              + a.text().replace('\n', ' ');
      case Evidence.FromOrder o ->
          "order " + o.order() + ", " + o.field() + ": " + o.value() + ", as of " + o.asOf();
      case Evidence.Computed c ->
          "computed "
              + c.what()
              + ": "
              + c.value()
              + " from "
              + String.join("; ", c.from().stream().map(Printed::source).toList());
      case Evidence.Template t -> "template " + t.name();
    };
  }

  private String paint(String colour, String text) {
    return colours ? colour + text + PLAIN : text;
  }
}
