package deskhand.knowledge.importing;

import deskhand.knowledge.Draft;
import deskhand.knowledge.SentenceModel;
import java.util.ArrayList;
import java.util.List;

/// Cuts sections into passages that the model can read whole: one each, several of about the same
/// size where a section is too long.
final class PassageCutter {
  private static final int MOST_PASSAGES = 2_000;
  private static final int LEAST_TOKENS = 32;

  /// What has more characters a token is no prose; it is halved without asking the tokenizer, which
  /// is slow on long texts.
  private static final int MOST_CHARACTERS_A_TOKEN = 8;

  private final SentenceModel model;

  PassageCutter(SentenceModel model) {
    this.model = model;
  }

  List<Draft.Part> cut(List<Section> sections) {
    List<Draft.Part> parts = new ArrayList<>();
    for (Section section : sections) {
      cut(section, parts);
      if (parts.size() > MOST_PASSAGES) {
        throw new Refusal(
            "The article is too long: more than " + MOST_PASSAGES + " passages. Split it.");
      }
    }
    return parts;
  }

  private void cut(Section section, List<Draft.Part> into) {
    int room = room(section);
    Draft.Part whole = part(section, section.pieces());
    if (fits(whole.text(), room)) {
      into.add(whole);
      return;
    }
    List<Section.Piece> pieces =
        section.pieces().stream().flatMap(piece -> fitting(piece, room).stream()).toList();
    int[] tokens = pieces.stream().mapToInt(piece -> model.tokens(piece.text())).toArray();
    long total = 0;
    for (int one : tokens) {
      total += one;
    }
    int share = (int) Math.min(room, total / (total / room + 1) + LEAST_TOKENS);
    List<Section.Piece> open = new ArrayList<>();
    int filled = 0;
    for (int i = 0; i < tokens.length; i++) {
      if (!open.isEmpty() && filled + tokens[i] > share) {
        into.add(part(section, open));
        open.clear();
        filled = 0;
      }
      open.add(pieces.get(i));
      filled += tokens[i];
    }
    into.add(part(section, open));
  }

  private boolean fits(String text, int room) {
    return text.length() <= room * MOST_CHARACTERS_A_TOKEN
        && (text.length() + 2 <= room || model.tokens(text) <= room);
  }

  /// The tokens that the headings leave to the text.
  private int room(Section section) {
    int headings = model.tokens(String.join("\n", section.headings()));
    return Math.max(LEAST_TOKENS, model.window() - headings - 2);
  }

  /// Halves a piece, at a space near the middle, until each part can be read whole.
  private List<Section.Piece> fitting(Section.Piece piece, int room) {
    String text = piece.text();
    if (text.length() < 2 || fits(text, room)) {
      return List.of(piece);
    }
    int middle = text.length() / 2;
    int space = text.indexOf(' ', middle);
    int at = space > 0 && space < text.length() - 1 ? space : text.lastIndexOf(' ', middle);
    if (at <= 0) {
      at = Character.isLowSurrogate(text.charAt(middle)) ? middle + 1 : middle;
    }
    List<Section.Piece> halves = new ArrayList<>();
    String first = text.substring(0, at).strip();
    String second = text.substring(at).strip();
    halves.addAll(fitting(new Section.Piece(first, first, piece.newLine()), room));
    halves.addAll(fitting(new Section.Piece(second, second, false), room));
    return halves;
  }

  private static Draft.Part part(Section section, List<Section.Piece> pieces) {
    StringBuilder text = new StringBuilder();
    for (Section.Piece piece : pieces) {
      if (!text.isEmpty()) {
        text.append(piece.newLine() ? '\n' : ' ');
      }
      text.append(piece.text());
    }
    List<String> quotable =
        pieces.stream().map(Section.Piece::quotable).filter(one -> !one.isEmpty()).toList();
    return new Draft.Part(section.headings(), text.toString(), quotable);
  }
}
