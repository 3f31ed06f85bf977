package deskhand.triage.writing;

import deskhand.triage.Evidence;
import deskhand.triage.Reply;
import java.util.ArrayList;
import java.util.List;

/// Makes parts of a reply.
public final class Parts {
  private Parts() {}

  public static Reply.Part sentence(String text, Evidence... evidence) {
    return new Reply.Part(" ", text, List.of(evidence));
  }

  public static Reply.Part template(String joint, String name, String text) {
    return new Reply.Part(joint, text, List.of(new Evidence.Template(name)));
  }

  /// The same parts as a paragraph of their own.
  public static List<Reply.Part> paragraph(List<Reply.Part> parts) {
    List<Reply.Part> paragraph = new ArrayList<>();
    for (Reply.Part part : parts) {
      paragraph.add(
          paragraph.isEmpty() ? new Reply.Part("\n\n", part.text(), part.evidence()) : part);
    }
    return paragraph;
  }

  public static String upper(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }
}
