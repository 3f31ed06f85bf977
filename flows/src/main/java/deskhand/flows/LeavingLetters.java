package deskhand.flows;

import deskhand.conversations.Dispatch;
import deskhand.store.StoreId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Finds the run behind a message that leaves. In the transaction that gives a letter to the door
/// there is none yet: its facts were read in that very moment.
@Component
class LeavingLetters {
  private final LettersTable letters;
  private final RunsTable runs;
  private final BuiltInFlows flows;
  private final FactsReader facts;

  LeavingLetters(LettersTable letters, RunsTable runs, BuiltInFlows flows, FactsReader facts) {
    this.letters = letters;
    this.runs = runs;
    this.flows = flows;
    this.facts = facts;
  }

  /// A letter on its way out, and how things stand.
  record Leaving(Flow flow, LettersTable.Row letter, Facts facts) {}

  Optional<Leaving> find(Dispatch dispatch) {
    StoreId store = dispatch.message().store();
    return letters.find(store, dispatch.stored()).flatMap(letter -> leaving(store, letter));
  }

  private Optional<Leaving> leaving(StoreId store, LettersTable.Row letter) {
    Optional<FlowRun> run = runs.find(store, letter.run()).map(RunsTable.Row::run);
    return run.flatMap(found ->
        flows
            .find(found.flow())
            .map(flow -> new Leaving(flow, letter, facts.read(store, flow, found.subject()))));
  }
}
