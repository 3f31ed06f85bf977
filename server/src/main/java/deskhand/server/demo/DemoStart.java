package deskhand.server.demo;

import deskhand.conversations.Author;
import deskhand.conversations.Conversations;
import deskhand.conversations.Mailbox;
import deskhand.conversations.Mailboxes;
import deskhand.knowledge.KnowledgeBase;
import deskhand.orders.Orders;
import deskhand.server.OneTimeLink;
import deskhand.server.People;
import deskhand.server.Person;
import deskhand.server.Role;
import deskhand.server.shop.ShopFolder;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lays the demo's store out when its data folder is new, connects its mailbox, and prints the way
/// in.
@Component
@Profile("demo")
class DemoStart {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final Stores stores;
  private final People people;
  private final Mailboxes mailboxes;
  private final Shelves shelves;
  private final Stage stage;

  DemoStart(Stores stores, People people, Mailboxes mailboxes, Shelves shelves, Stage stage) {
    this.stores = stores;
    this.people = people;
    this.mailboxes = mailboxes;
    this.shelves = shelves;
    this.stage = stage;
  }

  /// What is filled.
  @Component
  @Profile("demo")
  record Shelves(KnowledgeBase knowledge, Orders orders, Conversations conversations) {}

  /// What it is filled from, and when.
  @Component
  @Profile("demo")
  record Stage(ShopFolder shop, DemoClock clock, DemoMail mail) {}

  @EventListener
  void ready(ApplicationReadyEvent event) {
    StoreId store = stores.all().isEmpty() ? layOut() : stores.all().getFirst().id();
    connect(store);
    if (event.getApplicationContext() instanceof WebServerApplicationContext web
        && web.getWebServer() != null) {
      print("http://localhost:" + web.getWebServer().getPort());
    }
  }

  private StoreId layOut() {
    // The program may have started slowly: what happens after it must not lie before the import.
    stage.clock().moveTo(stage.shop().now().minus(A_MINUTE));
    StoreId store = stores.create(stage.shop().profile(), StoreMode.AUTOMATIC);
    shelves.orders().importFolder(store, stage.shop().path());
    shelves.knowledge().publishFolder(store, stage.shop().path().resolve("knowledge"));
    people.add("admin", "Robin", true, Map.of());
    Map<String, Author.Agent> team = new HashMap<>();
    for (String name : List.of("Mia", "Jonas")) {
      people
          .add(name, name, false, Map.of(store, Role.AGENT))
          .ifPresent(
              person -> team.put(person.login(), new Author.Agent(person.id(), person.name())));
    }
    new PastConversations(
            shelves.conversations(),
            stage.clock(),
            new PastConversations.Stage(store, stage.shop().now()),
            team,
            new Citations(store, shelves.knowledge(), shelves.orders()))
        .record(ShopFolder.demoLines("conversations.jsonl"));
    stage.clock().moveTo(stage.shop().now());
    stage.clock().keep();
    return store;
  }

  /// The ports are new with every start; what was connected before is not there any more.
  private void connect(StoreId store) {
    mailboxes.of(store).forEach(old -> mailboxes.disconnect(store, old.id()));
    DemoMail mail = stage.mail();
    mailboxes.connect(
        store,
        new Mailbox.Wanted(
            stage.shop().profile().supportAddress(),
            new Mailbox.Server(
                "127.0.0.1", mail.imapPort(), Mailbox.Tls.NONE, mail.user(), mail.password()),
            new Mailbox.Server("127.0.0.1", mail.smtpPort(), Mailbox.Tls.NONE, "", ""),
            Mailbox.ImportMode.FROM_NOW_ON,
            Optional.of(mail.host()),
            Set.of(),
            Set.of()));
  }

  private void print(String address) {
    Optional<Person> you = people.byLogin("admin");
    String way =
        you.map(person -> people.link(person.id(), OneTimeLink.Leads.STRAIGHT_IN).path())
            .orElse("");
    System.out.println(
        """

        The demo store is open. Nothing of it reaches the internet.

          %s%s

        The link signs you in once; the next start prints a new one. Ctrl-C ends the demo, and it goes on from there next time.\
        """
            .formatted(address, way));
  }
}
