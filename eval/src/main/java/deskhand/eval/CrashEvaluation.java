package deskhand.eval;

import deskhand.conversations.Mailboxes;
import deskhand.knowledge.KnowledgeBase;
import deskhand.knowledge.Upload;
import deskhand.orders.Orders;
import deskhand.store.Store;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/// `eval crash`: `kill -9` of the program or its database at random instants under a stream of
/// mails and chats; then every message must stand exactly once in a conversation, and every
/// customer must have heard exactly once, or the message must be shown as in doubt.
final class CrashEvaluation {
  private static final Duration QUIET = Duration.ofMinutes(3);
  private static final int SHORTEST_LIFE_MILLIS = 500;
  private static final int LONGEST_LIFE_MILLIS = 6_000;

  /// Every second kill ends the database under the program instead of both.
  private static final int DATABASE_EVERY = 2;

  private final Random random;
  private final Path data = Program.temporaryFolder();

  CrashEvaluation(int seed) {
    this.random = new Random(seed);
  }

  Figures run(int kills) {
    try (CrashMail mail = new CrashMail();
        ServedProgram program = new ServedProgram(data)) {
      StoreId store = prepare(mail);
      program.start();
      CrashTraffic traffic = new CrashTraffic(mail, program, store);
      traffic.start();
      Progress progress = new Progress(kills);
      for (int kill = 1; kill <= kills; kill++) {
        Waiting.pause(Duration.ofMillis(random.nextInt(SHORTEST_LIFE_MILLIS, LONGEST_LIFE_MILLIS)));
        if (kill % DATABASE_EVERY == 0) {
          program.killDatabase();
        } else {
          program.kill();
          program.start();
        }
        progress.step();
      }
      traffic.stop();
      Waiting.until(QUIET, () -> heard(mail, traffic));
      program.stop();
      Figures figures;
      try (Program after = new Program(data)) {
        figures = new CrashReckoning(after, store).reckon(mail, traffic).with("kills", kills);
      }
      figures.print();
      Program.delete(data);
      return figures;
    }
  }

  private static boolean heard(CrashMail mail, CrashTraffic traffic) {
    return mail.received().size() >= mail.customers().size() && traffic.answered();
  }

  private StoreId prepare(CrashMail mail) {
    Path folder = data.resolve("shop");
    copy("shop.json", folder);
    copy("orders.jsonl", folder);
    ShopFolder shop = ShopFolder.read(folder);
    try (Program program = new Program(data)) {
      Store store =
          program
              .get(Stores.class)
              .get(program.get(Stores.class).create(shop.profile(), StoreMode.AUTOMATIC));
      program
          .get(KnowledgeBase.class)
          .publish(
              store.id(),
              List.of(
                  new Upload("returns.md", bytes("knowledge/returns.md")),
                  new Upload("shipping.md", bytes("knowledge/shipping.md"))));
      program.get(Orders.class).importFolder(store.id(), folder);
      program.get(Mailboxes.class).connect(store.id(), mail.mailbox());
      return store.id();
    }
  }

  private static void copy(String name, Path folder) {
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(name), bytes(name));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static byte[] bytes(String name) {
    try (var resource = CrashEvaluation.class.getResourceAsStream("corner-shop/" + name)) {
      if (resource == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return resource.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// What customers ask in turn: some can be answered, some need a person, none may be lost.
  static final List<String> QUESTIONS =
      List.of(
          "Within how many days can I return a tea tin that I have not opened?",
          "How long does delivery to Ireland take and what does it cost?",
          "I want to speak to a person about my lease agreement.",
          "When do I get my money back after a return?",
          "Do you know a good recipe for plum jam? My grandmother lost hers.");
}
