package deskhand.triage;

import deskhand.conversations.ChannelKind;
import deskhand.conversations.Kind;
import deskhand.conversations.Proven;
import deskhand.store.EmailAddress;
import deskhand.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything a decision depends on but the store's articles and orders.
///
/// @param messages the customer's undecided messages, oldest first; at least one
/// @param history what was said before, oldest first
/// @param now the time of the decision
public record Case(
    Store store,
    Writer writer,
    List<Said> messages,
    List<Turn> history,
    Standing standing,
    Instant now) {
  public Case {
    messages = List.copyOf(messages);
    history = List.copyOf(history);
  }

  /// Who writes, and what they have proven.
  public record Writer(
      ChannelKind channel, Optional<EmailAddress> address, String name, Proven proven) {}

  /// One message of the customer.
  ///
  /// @param text what the person wrote, without quotes and signature
  /// @param elided quoted text, read for order numbers alone
  public record Said(String subject, String text, String elided, Kind kind, List<String> files) {}

  /// An earlier message.
  public record Turn(By by, String text) {
    public enum By {
      CUSTOMER,
      ASSISTANT,
      AGENT,
      FLOW
    }
  }

  /// How the conversation stands.
  ///
  /// @param personHasIt a person replied, joined or is assigned
  /// @param toldAboutPerson the customer was told already that a person looks into it
  /// @param orders known to be what it is about (a flow's mail was answered, say)
  /// @param automaticReplies sent in this conversation so far
  public record Standing(
      boolean personHasIt, boolean toldAboutPerson, List<String> orders, int automaticReplies) {
    public static Standing fresh() {
      return new Standing(false, false, List.of(), 0);
    }
  }
}
