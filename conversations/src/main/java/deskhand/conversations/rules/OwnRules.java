package deskhand.conversations.rules;

import deskhand.conversations.Author;
import deskhand.conversations.ChannelKind;
import deskhand.conversations.Conversation;
import deskhand.conversations.Dispatch;
import deskhand.conversations.Kind;
import deskhand.conversations.SendingRule;
import deskhand.conversations.outbox.OutboxTable;
import deskhand.store.EmailAddress;
import deskhand.store.Store;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// This module's own rules at the door, in the order in which they are asked. Only "an address" and
/// "expired" also hold for what a person writes.
@Configuration(proxyBeanMethods = false)
class OwnRules {
  /// Mailboxes that no person reads (RFC 2142, RFC 3834 section 2).
  private static final Set<String> NOBODY =
      Set.of("mailer-daemon", "postmaster", "noreply", "no-reply", "donotreply", "do-not-reply");

  private static SendingRule.Verdict refuse(String reason) {
    return new SendingRule.Verdict.Refuse(reason);
  }

  /// Written by the assistant, to a customer.
  private static boolean answers(Dispatch dispatch) {
    return dispatch.message().author() instanceof Author.Assistant
        && switch (dispatch.message().purpose()) {
          case REPLY, NOTICE -> true;
          case TRANSACTIONAL, FEEDBACK, MARKETING, STAFF, SUPPLIER -> false;
        };
  }

  @Bean
  SendingRule notTooLate(OutboxTable outbox) {
    return Named.rule(
        "not too late",
        1,
        (dispatch, now) ->
            outbox
                .find(dispatch.message().store(), dispatch.stored())
                .flatMap(row -> row.standing().clock().expiresAt())
                .filter(expires -> !now.isBefore(expires))
                .map(expires -> refuse("too late: it was to go before " + expires))
                .orElse(SendingRule.Verdict.allow()));
  }

  @Bean
  SendingRule sendingIsNotStopped(Stores stores, OutboxTable outbox, RulesSettings settings) {
    return Named.rule(
        "sending is not stopped",
        2,
        (dispatch, now) ->
            dispatch.message().automatic() && stores.get(dispatch.message().store()).stopped()
                ? new SendingRule.Verdict.Defer(
                    nextLook(dispatch, outbox, settings, now), "all automatic sending is stopped")
                : SendingRule.Verdict.allow());
  }

  @Bean
  SendingRule storeIsAutomatic(Stores stores, OutboxTable outbox, RulesSettings settings) {
    return Named.rule(
        "the store is in automatic mode",
        3,
        (dispatch, now) -> {
          StoreMode mode = stores.get(dispatch.message().store()).mode();
          return dispatch.message().automatic() && mode != StoreMode.AUTOMATIC
              ? new SendingRule.Verdict.Defer(
                  nextLook(dispatch, outbox, settings, now),
                  "the store's mode is " + mode.name().toLowerCase(java.util.Locale.ROOT))
              : SendingRule.Verdict.allow();
        });
  }

  /// A held-back message looks again after a quarter of the time it has waited: soon after a short
  /// stop, and seldom during a long one.
  private static Instant nextLook(
      Dispatch dispatch, OutboxTable outbox, RulesSettings settings, Instant now) {
    Duration waited =
        outbox
            .find(dispatch.message().store(), dispatch.stored())
            .map(row -> Duration.between(row.standing().clock().queuedAt(), now).dividedBy(4))
            .orElse(Duration.ZERO);
    Duration longest = settings.delivery().heldLook();
    Duration shortest = Duration.ofSeconds(1);
    Duration wait = waited.compareTo(longest) > 0 ? longest : waited;
    return now.plus(wait.compareTo(shortest) < 0 ? shortest : wait);
  }

  @Bean
  SendingRule anAddress(Stores stores) {
    return Named.rule(
        "an address to write to",
        10,
        (dispatch, now) -> {
          if (dispatch.conversation().map(OwnRules::isChat).orElse(false)) {
            return SendingRule.Verdict.allow();
          }
          Optional<EmailAddress> to = dispatch.mail().map(Dispatch.Mail::to);
          if (to.isEmpty()) {
            return refuse("no address is known");
          }
          Store store = stores.get(dispatch.message().store());
          boolean nobody =
              to.get().equals(store.profile().supportAddress())
                  || NOBODY.contains(to.get().localPart());
          return nobody && dispatch.message().automatic()
              ? refuse("nobody reads mail at that address")
              : SendingRule.Verdict.allow();
        });
  }

  static boolean isChat(Conversation conversation) {
    return conversation.party().channel() == ChannelKind.CHAT;
  }

  @Bean
  SendingRule noPersonHasIt() {
    return Named.rule(
        "no person has it",
        20,
        (dispatch, now) ->
            answers(dispatch)
                    && dispatch.conversation().map(c -> c.handling().personHasIt()).orElse(false)
                ? refuse("a person has the conversation: the assistant only suggests")
                : SendingRule.Verdict.allow());
  }

  @Bean
  SendingRule notSpam() {
    return Named.rule(
        "it is not spam",
        21,
        (dispatch, now) ->
            dispatch.message().automatic()
                    && dispatch
                        .conversation()
                        .filter(c -> c.handling().state() == Conversation.State.SPAM)
                        .isPresent()
                ? refuse("the conversation is marked as spam")
                : SendingRule.Verdict.allow());
  }

  @Bean
  SendingRule aPersonWrote(BudgetQueries queries) {
    return Named.rule(
        "a person wrote",
        22,
        (dispatch, now) ->
            dispatch
                .conversation()
                .filter(conversation -> answers(dispatch))
                .flatMap(
                    conversation -> queries.newestKind(conversation.store(), conversation.id()))
                .filter(kind -> kind != Kind.MESSAGE)
                .map(kind -> refuse("automatic mail is not answered (" + kind.label() + ")"))
                .orElse(SendingRule.Verdict.allow()));
  }

  @Bean
  SendingRule replyBudget(BudgetQueries queries, RulesSettings settings) {
    ReplyBudget budget = new ReplyBudget(queries, settings.budget());
    return Named.rule(
        "reply budget",
        30,
        (dispatch, now) ->
            answers(dispatch)
                ? budget
                    .exceeded(dispatch, now)
                    .map(OwnRules::refuse)
                    .orElse(SendingRule.Verdict.allow())
                : SendingRule.Verdict.allow());
  }

  @Bean
  SendingRule notSaidBefore(BudgetQueries queries, RulesSettings settings) {
    ReplyBudget budget = new ReplyBudget(queries, settings.budget());
    return Named.rule(
        "not said before",
        31,
        (dispatch, now) ->
            answers(dispatch)
                ? budget
                    .repeated(dispatch, now)
                    .map(OwnRules::refuse)
                    .orElse(SendingRule.Verdict.allow())
                : SendingRule.Verdict.allow());
  }

  /// A rule made of its name, its place and what it says.
  record Named(String name, int order, Judgement judgement) implements SendingRule {
    @FunctionalInterface
    interface Judgement {
      Verdict judge(Dispatch dispatch, Instant now);
    }

    static SendingRule rule(String name, int order, Judgement judgement) {
      return new Named(name, order, judgement);
    }

    @Override
    public Verdict judge(Dispatch dispatch, Instant now) {
      return judgement.judge(dispatch, now);
    }
  }
}
