package deskhand.conversations.rules;

import deskhand.conversations.ChannelKind;
import deskhand.conversations.Conversation;
import deskhand.conversations.Dispatch;
import deskhand.conversations.Proven;
import deskhand.store.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How many answers are enough, and which are one too many.
record ReplyBudget(BudgetQueries queries, RulesSettings.Budget limits) {
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration HOUR = Duration.ofHours(1);

  Optional<String> exceeded(Dispatch dispatch, Instant now) {
    BudgetQueries.Window hour = BudgetQueries.Window.of(dispatch, now, HOUR);
    if (queries.inStore(hour) >= limits.store()) {
      return Optional.of("the store's answers of an hour are used up");
    }
    Optional<String> thread =
        dispatch.conversation().flatMap(conversation -> inThread(dispatch, conversation, now));
    if (thread.isPresent()) {
      return thread;
    }
    Optional<EmailAddress> to = dispatch.mail().map(Dispatch.Mail::to);
    int most = dispatch.conversation().map(this::toOneAddress).orElse(limits.address());
    if (to.isPresent()
        && queries.toAddress(BudgetQueries.Window.of(dispatch, now, DAY), to.get()) >= most) {
      return Optional.of("the address got " + most + " answers in 24 hours");
    }
    if (to.isPresent() && queries.toDomain(hour, to.get()) >= limits.domain()) {
      return Optional.of("the domain got " + limits.domain() + " answers in an hour");
    }
    return Optional.empty();
  }

  /// Whoever fills in a form may have written a stranger's address into it.
  private int toOneAddress(Conversation conversation) {
    boolean fromForm =
        conversation.party().channel() == ChannelKind.FORM
            && conversation.party().proven() == Proven.NOTHING;
    return fromForm ? limits.form() : limits.address();
  }

  private Optional<String> inThread(Dispatch dispatch, Conversation conversation, Instant now) {
    if (OwnRules.isChat(conversation)) {
      BudgetQueries.Window hour = BudgetQueries.Window.of(dispatch, now, HOUR);
      return queries.inConversation(hour, conversation.id()) >= limits.chat()
          ? Optional.of("the chat got " + limits.chat() + " answers in an hour")
          : Optional.empty();
    }
    BudgetQueries.Window day = BudgetQueries.Window.of(dispatch, now, DAY);
    int most =
        conversation.party().proven() == Proven.NOTHING ? limits.unproven() : limits.proven();
    if (queries.inConversation(day, conversation.id()) >= most) {
      return Optional.of("the conversation got " + most + " answers in 24 hours");
    }
    return queries.quickAnswers(day, conversation.id(), limits.quick()) >= limits.alike()
        ? Optional.of("the other side answers as fast as a program")
        : Optional.empty();
  }

  /// Two programs that talk to each other repeat themselves.
  Optional<String> repeated(Dispatch dispatch, Instant now) {
    Optional<EmailAddress> to = dispatch.mail().map(Dispatch.Mail::to);
    if (to.isEmpty()) {
      return Optional.empty();
    }
    BudgetQueries.Window day = BudgetQueries.Window.of(dispatch, now, DAY);
    String text = dispatch.message().content().text();
    long said =
        queries.sentTo(day, to.get()).stream()
            .filter(earlier -> Likeness.alike(earlier, text))
            .count();
    if (said >= limits.alike()) {
      return Optional.of("the address got nearly the same text " + said + " times in 24 hours");
    }
    List<String> heard = queries.receivedFrom(day, to.get());
    long same = heard.stream().filter(earlier -> Likeness.alike(earlier, heard.getFirst())).count();
    return !heard.isEmpty() && same > limits.alike()
        ? Optional.of("the address sent nearly the same text " + same + " times in 24 hours")
        : Optional.empty();
  }
}
