package deskhand.triage;

import deskhand.store.StoreId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Puts proven sentences into better words: a language model, or nobody.
///
/// What it writes is checked by [Proof] like everything else; what does not pass is laid before a
/// person. It is given no name, address, phone number or order number: placeholders stand in their
/// place.
public interface DraftWriter {

  /// A draft, or empty where there is none in time. Never throws.
  Optional<Draft> write(Brief brief);

  /// What a draft is made of.
  ///
  /// @param question the customer's words, with placeholders
  /// @param sentences that may be said, numbered from 1, with placeholders
  record Brief(StoreId store, Locale language, String question, List<String> sentences) {
    public Brief {
      sentences = List.copyOf(sentences);
    }
  }

  /// Sentences in order, each with the numbers of those that bear it.
  record Draft(List<Line> lines) {
    public Draft {
      lines = List.copyOf(lines);
    }

    /// @param from numbers of the brief's sentences, from 1
    public record Line(String text, List<Integer> from) {
      public Line {
        from = List.copyOf(from);
      }
    }
  }
}
