package deskhand.conversations.email;

import java.util.ArrayList;
import java.util.List;

/// What was odd in reading one mail, in sentences that an agent can read; each once, and not
/// endlessly many.
final class Oddities {
  private static final int MOST = 30;
  private static final int LONGEST = 300;

  private final List<String> reasons = new ArrayList<>();

  void add(String reason) {
    String printable = reason.replaceAll("\\p{Cntrl}+", " ");
    String bounded =
        printable.length() > LONGEST ? printable.substring(0, LONGEST) + "…" : printable;
    if (reasons.size() < MOST && !reasons.contains(bounded)) {
      reasons.add(bounded);
    }
  }

  List<String> reasons() {
    return List.copyOf(reasons);
  }
}
