package deskhand.triage.writing;

import deskhand.triage.Case;
import deskhand.triage.DraftWriter;
import deskhand.triage.Evidence;
import deskhand.triage.Identity;
import deskhand.triage.Reply;
import deskhand.triage.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Has proven sentences put into better words by a [DraftWriter], each word of which is checked
/// again.
public final class Wording {
  private static final int LONGEST_QUESTION = 2_000;
  private static final int MOST_LINES = 12;

  private final DraftWriter drafts;
  private final Case given;
  private final Identity identity;
  private final Words words;

  public Wording(DraftWriter drafts, Case given, Identity identity, Words words) {
    this.drafts = drafts;
    this.given = given;
    this.identity = identity;
    this.words = words;
  }

  /// The sentences as the model puts them, unchecked; empty where there is no draft.
  public Optional<List<Reply.Part>> put(List<List<Reply.Part>> paragraphs) {
    List<Reply.Part> known = paragraphs.stream().flatMap(List::stream).toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Placeholders placeholders = new Placeholders(given, identity.own());
    String question = Situation.said(given);
    DraftWriter.Brief brief =
        new DraftWriter.Brief(
            given.store().id(),
            words.locale(),
            placeholders.hide(
                question.length() <= LONGEST_QUESTION
                    ? question
                    : question.substring(0, LONGEST_QUESTION)),
            known.stream().map(Reply.Part::text).map(placeholders::hide).toList());
    return drafts.write(brief).map(draft -> parts(draft, known, placeholders));
  }

  private static List<Reply.Part> parts(
      DraftWriter.Draft draft, List<Reply.Part> known, Placeholders placeholders) {
    List<Reply.Part> parts = new ArrayList<>();
    for (DraftWriter.Draft.Line line : draft.lines().stream().limit(MOST_LINES).toList()) {
      List<Evidence> evidence =
          line.from().stream()
              .filter(number -> number >= 1 && number <= known.size())
              .flatMap(number -> known.get(number - 1).evidence().stream())
              .distinct()
              .toList();
      parts.add(new Reply.Part(" ", placeholders.restore(line.text()).strip(), evidence));
    }
    return parts;
  }
}
