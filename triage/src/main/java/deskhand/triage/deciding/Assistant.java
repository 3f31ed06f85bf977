package deskhand.triage.deciding;

import deskhand.conversations.ChannelKind;
import deskhand.conversations.Kind;
import deskhand.triage.Case;
import deskhand.triage.Decision;
import deskhand.triage.DraftWriter;
import deskhand.triage.Identity;
import deskhand.triage.Reply;
import deskhand.triage.Situation;
import deskhand.triage.Triage;
import deskhand.triage.TriageSettings;
import deskhand.triage.Understanding;
import deskhand.triage.answers.AskAnswer;
import deskhand.triage.answers.Clarifying;
import deskhand.triage.answers.EvidenceFinder;
import deskhand.triage.answers.Reasons;
import deskhand.triage.guards.Guard.Verdict;
import deskhand.triage.guards.Guards;
import deskhand.triage.orders.IdentityLadder;
import deskhand.triage.proof.Proof;
import deskhand.triage.writing.Wording;
import deskhand.triage.writing.Words;
import deskhand.triage.writing.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/// The assistant: reads a case, asks the guards, answers each question by evidence, and proves the
/// reply before it may go out.
@Component
class Assistant implements Triage {
  private static final double SURE = 0.99;

  /// What is answered though the text around it gives orders: what anybody may ask.
  private static final Set<String> BESIDE_ORDERS =
      Set.of(
          "order/status",
          "shipping/policy",
          "shipping/customs",
          "return/policy",
          "return/start",
          "product/question",
          "payment/methods",
          "warranty/claim");

  private final IdentityLadder ladder;
  private final Questions questions;
  private final EvidenceFinder finder;
  private final DraftWriter drafts;
  private final TriageSettings settings;

  Assistant(
      Questions questions,
      IdentityLadder ladder,
      EvidenceFinder finder,
      DraftWriter drafts,
      TriageSettings settings) {
    this.questions = questions;
    this.ladder = ladder;
    this.finder = finder;
    this.drafts = drafts;
    this.settings = settings;
  }

  @Override
  public Decision decide(Case given) {
    if (given.messages().stream().allMatch(message -> message.kind() != Kind.MESSAGE)) {
      return automatic(given);
    }
    Understanding understanding = questions.read(given);
    Identity identity = ladder.of(given, understanding);
    Situation situation = Situation.of(given, understanding, identity, settings);
    List<String> reasons = new ArrayList<>();
    reasons.add(Reasons.understood(understanding.intent()));
    reasons.add(identity.reason());
    Optional<Guards.Named> guard = Guards.judge(situation);
    guard.ifPresent(named -> reasons.add(named.reason()));
    Words words = questions.words(situation);
    Writer writer = new Writer(given, identity, words);
    if (guard.isPresent()) {
      return switch (guard.get().verdict()) {
        case Verdict.Silence silence ->
            new Decision.NoReply(
                basis(with(understanding, silence.intent()), SURE, reasons, Set.of()));
        case Verdict.Quiet _ ->
            new Decision.Escalation(
                basis(understanding, 1, reasons, Set.of()), Reply.nothing(), Reply.nothing());
        case Verdict.Person _ ->
            new Decision.Escalation(
                basis(understanding, SURE, reasons, orders(identity, understanding)),
                writer.notice(),
                Reply.nothing());
        case Verdict.Hostile _ -> hostile(situation, words, writer, reasons);
        case Verdict.SuggestOnly _ -> suggestion(situation, words, writer, reasons);
      };
    }
    return answer(situation, words, writer, reasons);
  }

  private static Decision automatic(Case given) {
    Kind kind = given.messages().getFirst().kind();
    Understanding understanding =
        new Understanding(
            new Understanding.Guess("other/automatic", 1),
            List.of(),
            Optional.empty(),
            Understanding.Entities.none(),
            List.of());
    return new Decision.NoReply(
        basis(
            understanding,
            1,
            List.of("Automatic mail: the mail says of itself that it is " + kind.label()),
            Set.of()));
  }

  /// What else is asked beside the orders is answered as if it stood alone. A stranger who chats is
  /// asked once for something that can be done; everything else is for a person.
  private Decision hostile(Situation situation, Words words, Writer writer, List<String> reasons) {
    Case given = situation.given();
    Optional<Decision> rest =
        Questions.withoutOrders(given)
            .map(left -> Situation.of(left, questions.read(left), situation.identity(), settings))
            .filter(left -> BESIDE_ORDERS.contains(left.intent()))
            .map(left -> answer(left, words, writer, new ArrayList<>(reasons)))
            .filter(Decision.Answer.class::isInstance);
    if (rest.isPresent()) {
      return rest.get();
    }
    Decision.Basis basis = basis(situation.understanding(), SURE, reasons, Set.of());
    boolean stranger =
        situation.identity().level() == Identity.Level.UNKNOWN
            && given.writer().channel() == ChannelKind.CHAT
            && !Clarifying.before(given);
    Reply ask = writer.ask(List.of(), "ask.what");
    return stranger && new Proof(given, words).faults(ask).isEmpty()
        ? new Decision.Clarification(basis, ask)
        : new Decision.Escalation(basis, writer.notice(), Reply.nothing());
  }

  private Decision suggestion(
      Situation situation, Words words, Writer writer, List<String> reasons) {
    return switch (answer(situation, words, writer, reasons)) {
      case Decision.Answer answer -> new Decision.Suggestion(answer.basis(), answer.reply());
      case Decision.Clarification asks -> new Decision.Suggestion(asks.basis(), asks.reply());
      case Decision.Escalation escalation ->
          new Decision.Suggestion(escalation.basis(), escalation.draft());
      case Decision.Suggestion suggestion -> suggestion;
      case Decision.NoReply none -> none;
    };
  }

  private Decision answer(Situation read, Words words, Writer writer, List<String> reasons) {
    List<Understanding.Ask> asks = questions.of(read, words);
    Situation situation = read.asking(asks);
    Gathered gathered = new Gathered(finder, situation, words);
    for (Understanding.Ask ask : asks) {
      reasons.addAll(gathered.add(ask));
    }
    Understanding understanding = situation.understanding();
    List<List<Reply.Part>> said = gathered.said();
    Set<String> orders = gathered.orders();
    if (gathered.isForPerson()) {
      Reply draft =
          wording(situation, words)
              .put(said)
              .map(parts -> writer.reply(List.of(parts)))
              .orElseGet(() -> said.isEmpty() ? Reply.nothing() : writer.reply(said));
      return new Decision.Escalation(
          basis(understanding, SURE, reasons, orders), notice(understanding, writer), draft);
    }
    Optional<AskAnswer.Missing> missing = gathered.missing();
    double confidence = gathered.confidence();
    Proof proof = new Proof(situation.given(), words);
    Reply reply =
        missing.isPresent()
            ? writer.ask(said, missing.get().template())
            : worded(situation, words, writer, said, reasons);
    List<String> faults = proof.faults(reply);
    if (!faults.isEmpty()) {
      faults.forEach(fault -> reasons.add("Not sent, for a sentence is not borne: " + fault));
      return new Decision.Escalation(
          basis(understanding, SURE, reasons, orders), writer.notice(), reply);
    }
    reasons.add("Checked: every sentence is borne by an article or the order");
    return missing.isPresent()
        ? new Decision.Clarification(basis(understanding, 0.9 * confidence, reasons, orders), reply)
        : new Decision.Answer(basis(understanding, confidence, reasons, orders), reply);
  }

  private Wording wording(Situation situation, Words words) {
    return new Wording(drafts, situation.given(), situation.identity(), words);
  }

  /// In a model's words where there is a model and all its words are borne, else in our own.
  private Reply worded(
      Situation situation,
      Words words,
      Writer writer,
      List<List<Reply.Part>> said,
      List<String> reasons) {
    Optional<Reply> draft =
        wording(situation, words).put(said).map(parts -> writer.reply(List.of(parts)));
    if (draft.isEmpty()) {
      return writer.reply(said);
    }
    List<String> faults = new Proof(situation.given(), words).faults(draft.get());
    if (faults.isEmpty()) {
      reasons.add("Worded by the language model; every sentence is borne");
      return draft.get();
    }
    faults.forEach(fault ->
        reasons.add("The language model's wording was left out, it is not borne: " + fault));
    return writer.reply(said);
  }

  /// What a person is told until somebody answers; what may be a program's mail is told nothing.
  private static Reply notice(Understanding understanding, Writer writer) {
    boolean program = understanding.intent().intent().equals("other/automatic");
    return program ? Reply.nothing() : writer.notice();
  }

  private static Set<String> orders(Identity identity, Understanding understanding) {
    Set<String> orders = new TreeSet<>();
    understanding.entities().orderNumbers().stream()
        .flatMap(number -> identity.own(number).stream())
        .forEach(order -> orders.add(order.number()));
    return orders;
  }

  private static Understanding with(Understanding understanding, String intent) {
    return understanding.intent().intent().equals(intent)
        ? understanding
        : new Understanding(
            new Understanding.Guess(intent, SURE),
            understanding.further(),
            understanding.language(),
            understanding.entities(),
            understanding.asks());
  }

  private static Decision.Basis basis(
      Understanding understanding, double confidence, List<String> reasons, Set<String> orders) {
    return new Decision.Basis(understanding, confidence, reasons, orders);
  }
}
