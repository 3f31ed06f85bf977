package deskhand.server.inbox;

import deskhand.conversations.Draft;
import deskhand.conversations.Sentence;
import java.util.ArrayList;
import java.util.List;

/// A draft as a person may send it: without the line which says that an assistant answered, since
/// whoever sends it did.
record Handed(String text, List<Sentence> sentences) {
  Handed {
    sentences = List.copyOf(sentences);
  }

  static Handed of(Draft draft) {
    StringBuilder text = new StringBuilder();
    List<Sentence> kept = new ArrayList<>();
    int done = 0;
    for (Sentence sentence : draft.sentences()) {
      String words = sentence.text().strip();
      int from = draft.text().indexOf(words, done);
      if (from < 0 || words.isEmpty()) {
        continue;
      }
      if (saysWhoAnswers(sentence)) {
        text.append(draft.text().substring(done, from).stripTrailing());
      } else {
        text.append(draft.text(), done, from + words.length());
        kept.add(sentence);
      }
      done = from + words.length();
    }
    return new Handed(text.append(draft.text().substring(done)).toString().strip(), kept);
  }

  private static boolean saysWhoAnswers(Sentence sentence) {
    return !sentence.sources().isEmpty()
        && sentence.sources().stream()
            .allMatch(
                source -> source.kind().equals("template") && source.id().endsWith(".assistant"));
  }
}
