package deskhand.conversations.email.text;

import deskhand.conversations.MessageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Takes a mail's lines apart into what the person wrote, their signature, and what is quoted.
///
/// A quotation with its introduction goes, wherever it stands; without a sign of a quotation below
/// an introduction or an older mail's header, all below goes. A quotation without an introduction
/// that stands between two answers stays as lines with `>`, because the answers mean nothing
/// without it: whoever reads `visible` as the person's own words leaves such lines out.
public final class ReplyText {
  private static final int MOST_SENT_FROM = 20;

  private final List<Line> lines;
  private final Kept[] kept;

  private ReplyText(List<Line> lines) {
    this.lines = lines;
    this.kept = new Kept[lines.size()];
  }

  private enum Kept {
    TEXT,
    QUOTE,
    ELIDED
  }

  public static MessageText take(List<Line> lines) {
    return new ReplyText(apartFromIntroductions(lines)).apart();
  }

  /// Breaks a line that holds both an answer and the introduction of the quotation below it.
  private static List<Line> apartFromIntroductions(List<Line> lines) {
    List<Line> broken = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean above = !line.quoted() && i + 1 < lines.size() && lines.get(i + 1).quoted();
      Optional<String> answer = above ? QuoteIntro.answerBefore(line.text()) : Optional.empty();
      answer.ifPresent(text -> broken.add(new Line(text, line.mark())));
      String rest = answer.map(text -> line.text().substring(text.length()).strip()).orElse("");
      broken.add(answer.isPresent() ? new Line(rest, line.mark()) : line);
    }
    return broken;
  }

  private MessageText apart() {
    classify();
    joinBrokenQuotes();
    dropOuterQuotes();
    int size = lines.size();
    List<String> visible = new ArrayList<>();
    List<String> signature = new ArrayList<>();
    List<String> elided = new ArrayList<>();
    int at = 0;
    while (at < size) {
      int end = at;
      while (end < size && kept[end] == kept[at]) {
        end++;
      }
      List<Line> block = lines.subList(at, end);
      switch (kept[at]) {
        case ELIDED -> add(elided, block);
        case QUOTE -> block.forEach(line -> visible.add(marked(line)));
        case TEXT -> {
          boolean last = end == size || kept[end] == Kept.ELIDED;
          int sign = last ? Signatures.start(block) : block.size();
          boolean first = visible.stream().allMatch(String::isBlank);
          add(visible, block.subList(0, sign));
          boolean own = signature.isEmpty() && (first || end == size);
          add(own ? signature : elided, block.subList(sign, block.size()));
        }
      }
      at = end;
    }
    return new MessageText(tidy(visible), tidy(signature), tidy(elided), null);
  }

  private void classify() {
    int size = lines.size();
    QuoteIntro intros = new QuoteIntro(lines);
    int sentFrom = 0;
    int i = 0;
    while (i < size) {
      Line line = lines.get(i);
      if (line.mark() == Line.Mark.QUOTED_TO_THE_END) {
        mark(i, size, Kept.ELIDED);
        return;
      }
      boolean unquoted = !line.quoted();
      if (unquoted && (QuotedHeader.announces(line.text()) || QuotedHeader.startsAt(lines, i))) {
        mark(ruleAbove(i), size, Kept.ELIDED);
        return;
      }
      OptionalInt intro = unquoted && !line.blank() ? intros.end(i) : OptionalInt.empty();
      if (intro.isPresent()) {
        i = introduced(i, intro.getAsInt());
        continue;
      }
      if (unquoted && sentFrom < MOST_SENT_FROM && Signatures.sentFrom(line.text())) {
        sentFrom++;
        kept[i] = signatureLine(i) ? Kept.TEXT : Kept.ELIDED;
      } else {
        kept[i] = unquoted ? Kept.TEXT : Kept.QUOTE;
      }
      i++;
    }
  }

  /// Whether text follows only as a signature does: then [Signatures] decides.
  private boolean signatureLine(int at) {
    return Signatures.start(lines.subList(at, Math.min(lines.size(), at + 40))) == 0;
  }

  /// Marks an introduction with its quotation, or with all below it where nothing there is quoted;
  /// answers where to go on.
  private int introduced(int start, int end) {
    int next = end;
    while (next < lines.size() && lines.get(next).blank()) {
      next++;
    }
    if (next < lines.size() && lines.get(next).quoted()) {
      int stop = quotationEnd(next);
      mark(start, stop, Kept.ELIDED);
      return stop;
    }
    mark(start, lines.size(), Kept.ELIDED);
    return lines.size();
  }

  private int quotationEnd(int from) {
    int stop = from;
    int i = from;
    while (i < lines.size()) {
      if (lines.get(i).quoted()) {
        stop = ++i;
      } else if (lines.get(i).blank() || brokenOff(i)) {
        i++;
      } else {
        break;
      }
    }
    return stop;
  }

  /// A line that lost its `>` when a program broke a long quoted line: right between quoted lines,
  /// below one that was full or that holds an unfinished address.
  private boolean brokenOff(int at) {
    boolean between =
        at > 0
            && at + 1 < lines.size()
            && lines.get(at - 1).mark() == Line.Mark.QUOTED
            && lines.get(at + 1).mark() == Line.Mark.QUOTED;
    if (!between) {
      return false;
    }
    String above = lines.get(at - 1).text();
    String here = lines.get(at).text().strip();
    boolean full = above.length() >= 65 && !above.matches(".*[.!?:;>]");
    boolean openLink =
        above.lastIndexOf('(') > above.lastIndexOf(')')
            || (above.lastIndexOf('<') > above.lastIndexOf('>') && above.contains("<http"));
    return full || openLink || here.startsWith("(http") || here.startsWith("<http");
  }

  private void joinBrokenQuotes() {
    for (int i = 0; i < lines.size(); i++) {
      if (kept[i] == Kept.TEXT && !lines.get(i).blank() && brokenOff(i)) {
        kept[i] = Kept.QUOTE;
      }
    }
  }

  /// Quotations at the beginning and at the end go; in between they stay as context.
  private void dropOuterQuotes() {
    int first = 0;
    while (first < lines.size() && (kept[first] != Kept.TEXT || lines.get(first).blank())) {
      first++;
    }
    int last = lastOwnWords();
    for (int i = 0; i < lines.size(); i++) {
      if (kept[i] == Kept.QUOTE && (i < first || i > last)) {
        kept[i] = Kept.ELIDED;
      }
    }
  }

  /// The last line of text that is no signature: one below the quotation is no answer to it.
  private int lastOwnWords() {
    int end = lines.size();
    while (end > 0) {
      if (kept[end - 1] != Kept.TEXT) {
        end--;
        continue;
      }
      int start = end - 1;
      while (start > 0 && kept[start - 1] == Kept.TEXT) {
        start--;
      }
      int own = start + Signatures.start(lines.subList(start, end)) - 1;
      while (own >= start && lines.get(own).blank()) {
        own--;
      }
      if (own >= start) {
        return own;
      }
      end = start;
    }
    return -1;
  }

  private int ruleAbove(int at) {
    int start = at;
    for (int i = at - 1; i >= 0 && i >= at - 3; i--) {
      String text = lines.get(i).text();
      if (QuotedHeader.rule(text)) {
        start = i;
      } else if (!text.isBlank()) {
        break;
      }
    }
    return start;
  }

  private void mark(int from, int to, Kept as) {
    for (int i = from; i < to; i++) {
      kept[i] = as;
    }
  }

  private static void add(List<String> to, List<Line> block) {
    block.forEach(line -> to.add(line.text()));
  }

  private static String marked(Line line) {
    return line.text().stripLeading().startsWith(">") || line.blank()
        ? line.text()
        : "> " + line.text();
  }

  /// No empty lines at the ends, at most one in a row.
  private static String tidy(List<String> lines) {
    StringBuilder text = new StringBuilder();
    int blanks = 0;
    for (String line : lines) {
      String visible = line.replaceAll("[\\u200b\\u2060\\ufeff\\u1427]", "");
      if (visible.isBlank()) {
        blanks++;
        continue;
      }
      if (!text.isEmpty()) {
        text.append(blanks > 0 ? "\n\n" : "\n");
      }
      blanks = 0;
      text.append(visible);
    }
    return text.toString();
  }
}
