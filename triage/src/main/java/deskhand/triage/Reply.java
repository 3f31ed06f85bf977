package deskhand.triage;

import java.util.List;

/// A text for the customer, in sentences that each name their evidence.
public record Reply(List<Part> parts) {
  public Reply {
    parts = List.copyOf(parts);
  }

  /// A sentence, and how it is joined to the one before: a space, a new line, or a new paragraph.
  public record Part(String joint, String text, List<Evidence> evidence) {
    public Part {
      evidence = List.copyOf(evidence);
    }
  }

  public static Reply nothing() {
    return new Reply(List.of());
  }

  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /// The whole text as the customer reads it.
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      text.append(text.isEmpty() ? "" : part.joint()).append(part.text());
    }
    return text.toString();
  }
}
