package deskhand.conversations.email.text;

import deskhand.conversations.email.mime.Oddities;
import java.util.ArrayList;
import java.util.List;

/// A line of a mail's text, and what its own markup already says about it.
///
/// @param text without its line break and trailing white space; a quoted line keeps its `>`
public record Line(String text, Mark mark) {
  private static final int MOST = 5_000;

  enum Mark {
    /// Nothing is known.
    PLAIN,
    /// Quoted by a `>` or by the mail program's markup.
    QUOTED,
    /// Not the writer's, from here to the end.
    QUOTED_TO_THE_END,
    /// The mail program's markup says that it is the signature.
    SIGNATURE
  }

  boolean blank() {
    return text.isBlank();
  }

  boolean quoted() {
    return mark == Mark.QUOTED || mark == Mark.QUOTED_TO_THE_END;
  }

  public static List<Line> ofText(String text, Oddities oddities) {
    List<Line> lines = new ArrayList<>();
    for (String raw : text.split("\r\n|\r|\n", MOST)) {
      if (lines.size() == MOST - 1) {
        oddities.add("more than " + MOST + " lines; the rest was not taken apart");
        lines.add(new Line(raw, Mark.QUOTED_TO_THE_END));
      } else {
        String line = raw.stripTrailing();
        lines.add(new Line(line, startsQuoted(line) ? Mark.QUOTED : Mark.PLAIN));
      }
    }
    return lines;
  }

  private static boolean startsQuoted(String line) {
    String start = line.stripLeading();
    return start.startsWith(">") && line.length() - start.length() <= 4;
  }
}
