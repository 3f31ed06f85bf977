package deskhand.eval;

import deskhand.conversations.ChannelKind;
import deskhand.conversations.Kind;
import deskhand.conversations.MailReading;
import deskhand.conversations.Proven;
import deskhand.knowledge.Imported;
import deskhand.knowledge.KnowledgeBase;
import deskhand.orders.Orders;
import deskhand.orders.OrdersImported;
import deskhand.store.Store;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import deskhand.triage.Case;
import deskhand.triage.Decision;
import deskhand.triage.Triage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// `eval decisions`: a shop's cases, each read and decided as the running program does, in
/// automatic mode with the thresholds as shipped.
@Component
class DecisionsEvaluation {
  private static final int WARM_UP = 20;

  private final Stores stores;
  private final KnowledgeBase knowledge;
  private final Orders orders;
  private final MailReading mail;
  private final Triage triage;

  DecisionsEvaluation(
      Stores stores, KnowledgeBase knowledge, Orders orders, MailReading mail, Triage triage) {
    this.stores = stores;
    this.knowledge = knowledge;
    this.orders = orders;
    this.mail = mail;
    this.triage = triage;
  }

  Figures run(Path folder, Optional<Path> out) {
    ShopFolder shop = ShopFolder.read(folder);
    if (shop.cases().isEmpty()) {
      throw new BadInput(folder + " has no cases.jsonl");
    }
    Store store = load(shop);
    shop.cases().stream()
        .limit(WARM_UP)
        .forEach(golden -> triage.decide(given(store, shop, golden)));
    DecisionScore score = new DecisionScore(shop);
    Progress progress = new Progress(shop.cases().size());
    try (JsonLines.Out lines = JsonLines.out(out)) {
      for (ShopFolder.GoldenCase golden : shop.cases()) {
        long start = System.nanoTime();
        Decision decision = triage.decide(given(store, shop, golden));
        DecisionLine line = DecisionLine.of(decision, (System.nanoTime() - start) / 1e6);
        lines.line(line.json(golden.id()));
        score.add(golden, line);
        progress.step();
      }
    }
    return score.print();
  }

  /// Imports the shop by the normal way; broken files and rows are shown.
  Store load(ShopFolder shop) {
    Store store = stores.get(stores.create(shop.profile(), StoreMode.AUTOMATIC));
    for (Imported imported :
        knowledge.publishFolder(store.id(), shop.path().resolve("knowledge"))) {
      if (imported instanceof Imported.Refused refused) {
        System.err.println(refused.filename() + ": " + refused.reason());
      }
    }
    OrdersImported imported = orders.importFolder(store.id(), shop.path());
    imported
        .broken()
        .forEach(row -> System.err.println("orders.jsonl:" + row.line() + ": " + row.reason()));
    return store;
  }

  private Case given(Store store, ShopFolder shop, ShopFolder.GoldenCase golden) {
    ShopFolder.Message message = golden.message();
    return new Case(
        store,
        new Case.Writer(
            message.chat() ? ChannelKind.CHAT : ChannelKind.EMAIL,
            message.from(),
            "",
            switch (message.authentication()) {
              case "dmarc_pass" -> Proven.ADDRESS;
              case "signed_in" -> Proven.ACCOUNT;
              default -> Proven.NOTHING;
            }),
        List.of(message.chat() ? chat(message) : mail(message)),
        golden.history().stream().map(DecisionsEvaluation::turn).toList(),
        Case.Standing.fresh(),
        shop.now());
  }

  private static Case.Said chat(ShopFolder.Message message) {
    return new Case.Said(
        message.text().subject(), message.text().plain(), "", Kind.MESSAGE, List.of());
  }

  private Case.Said mail(ShopFolder.Message message) {
    MailReading.ReadMail read = mail.read(GoldenMail.raw(message), MailReading.Mailbox.unknown());
    return new Case.Said(
        read.headers().subject(),
        read.text().visible(),
        read.text().elided(),
        read.nature().kind(),
        List.of());
  }

  private static Case.Turn turn(ShopFolder.Turn turn) {
    return new Case.Turn(
        switch (turn.author()) {
          case "assistant" -> Case.Turn.By.ASSISTANT;
          case "agent" -> Case.Turn.By.AGENT;
          default -> Case.Turn.By.CUSTOMER;
        },
        turn.text());
  }
}
