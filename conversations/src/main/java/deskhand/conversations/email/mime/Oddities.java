package deskhand.conversations.email.mime;

import java.util.ArrayList;
import java.util.List;

/// What was odd in reading one mail, in sentences that an agent can read; each once, and not
/// endlessly many.
public final class Oddities {
  private static final int MOST = 30;
  private static final int LONGEST = 300;

  private final List<String> reasons = new ArrayList<>();

  public void add(String reason) {
    String printable = reason.replaceAll("\\p{Cntrl}+", " ");
    String bounded =
        printable.length() > LONGEST ? printable.substring(0, LONGEST) + "…" : printable;
    if (reasons.size() < MOST && !reasons.contains(bounded)) {
      reasons.add(bounded);
    }
  }

  public List<String> reasons() {
    return List.copyOf(reasons);
  }
}
