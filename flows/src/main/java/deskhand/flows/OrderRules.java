package deskhand.flows;

import deskhand.conversations.Author;
import deskhand.conversations.Dispatch;
import deskhand.conversations.SendingRule;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The rules at the door about what flows send: asked with facts read anew right before a letter
/// leaves. They say nothing about messages of people and of the assistant.
@Configuration(proxyBeanMethods = false)
class OrderRules {
  /// The rule by which a letter is written anew.
  static final String STILL_SO = "what the flow says is still so";

  private static final Duration LOOK_AGAIN = Duration.ofHours(1);

  @Bean
  SendingRule orderStillCallsForIt(LeavingLetters letters) {
    return Named.rule(
        "the order still calls for it",
        60,
        (dispatch, now) ->
            letters
                .find(dispatch)
                .flatMap(leaving -> FlowRunner.whyItEnds(leaving.flow(), leaving.facts()))
                .map(OrderRules::refuse)
                .orElse(SendingRule.Verdict.allow()));
  }

  @Bean
  SendingRule nothingIsOpen(LeavingLetters letters) {
    return Named.rule(
        "the customer has no open matter",
        61,
        (dispatch, now) ->
            letters
                .find(dispatch)
                .filter(leaving -> leaving.facts().openMatter())
                .<SendingRule.Verdict>map(leaving ->
                    new SendingRule.Verdict.Defer(
                        now.plus(LOOK_AGAIN), Condition.OPEN_MATTER.words()))
                .orElse(SendingRule.Verdict.allow()));
  }

  @Bean
  SendingRule noQuietHours(LeavingLetters letters) {
    return Named.rule(
        "quiet hours",
        62,
        (dispatch, now) ->
            letters
                .find(dispatch)
                .flatMap(leaving -> leaving.facts().quietUntil(now))
                .<SendingRule.Verdict>map(
                    until -> new SendingRule.Verdict.Defer(until, "no flow sends at this hour"))
                .orElse(SendingRule.Verdict.allow()));
  }

  @Bean
  SendingRule stillSo(LeavingLetters letters) {
    return Named.rule(
        STILL_SO,
        63,
        (dispatch, now) ->
            letters
                .find(dispatch)
                .filter(leaving -> !saysTheSame(leaving, dispatch, now))
                .map(leaving -> refuse("the order has changed since it was written"))
                .orElse(SendingRule.Verdict.allow()));
  }

  private static boolean saysTheSame(
      LeavingLetters.Leaving leaving, Dispatch dispatch, Instant now) {
    return leaving
        .facts()
        .order()
        .map(order ->
            Letters.write(leaving.flow(), leaving.letter().letter(), leaving.facts(), order, now)
                .text()
                .equals(dispatch.message().content().text()))
        .orElse(false);
  }

  private static SendingRule.Verdict refuse(String reason) {
    return new SendingRule.Verdict.Refuse(reason);
  }

  @FunctionalInterface
  private interface Judge {
    SendingRule.Verdict judge(Dispatch dispatch, Instant now);
  }

  /// A rule is a name and a judgement; what no flow wrote is always allowed.
  private record Named(String name, int order, Judge judge) implements SendingRule {
    static SendingRule rule(String name, int order, Judge judge) {
      return new Named(name, order, judge);
    }

    @Override
    public Verdict judge(Dispatch dispatch, Instant now) {
      return dispatch.message().author() instanceof Author.Flow
          ? judge.judge(dispatch, now)
          : Verdict.allow();
    }
  }
}
