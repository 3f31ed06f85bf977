package deskhand.conversations.outbox;

import deskhand.conversations.Dispatch;
import deskhand.conversations.SendingRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// All rules at the one door out, in the order in which they are asked: this module's own and those
/// of the modules above.
@Component
public class Rules {
  private final ObjectProvider<SendingRule> beans;

  Rules(ObjectProvider<SendingRule> beans) {
    this.beans = beans;
  }

  public List<SendingRule> all() {
    return beans.stream()
        .sorted(Comparator.comparingInt(SendingRule::order).thenComparing(SendingRule::name))
        .toList();
  }

  /// What all rules say together: the first that does not allow decides, and is the last asked.
  ///
  /// @param lines for the ledger
  record Word(SendingRule.Verdict verdict, String rule, List<LedgerTable.Line> lines) {}

  Word ask(Dispatch dispatch, Instant now) {
    List<LedgerTable.Line> lines = new ArrayList<>();
    for (SendingRule rule : all()) {
      SendingRule.Verdict verdict = rule.judge(dispatch, now);
      switch (verdict) {
        case SendingRule.Verdict.Allow() ->
            lines.add(new LedgerTable.Line(rule.name(), "allow", ""));
        case SendingRule.Verdict.Defer(Instant until, String reason) -> {
          lines.add(new LedgerTable.Line(rule.name(), "defer", reason + " (until " + until + ")"));
          return new Word(verdict, rule.name(), lines);
        }
        case SendingRule.Verdict.Refuse(String reason) -> {
          lines.add(new LedgerTable.Line(rule.name(), "refuse", reason));
          return new Word(verdict, rule.name(), lines);
        }
      }
    }
    return new Word(SendingRule.Verdict.allow(), "", lines);
  }
}
