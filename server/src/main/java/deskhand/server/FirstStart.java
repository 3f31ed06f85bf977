package deskhand.server;

import deskhand.knowledge.KnowledgeBase;
import deskhand.store.Store;
import deskhand.store.Stores;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What `serve` does when it stands: the first time it makes an administrator and prints their
/// one-time link; every time it publishes the folder of articles where one is set.
@Component
@Profile("!demo")
class FirstStart {
  private static final Logger log = LoggerFactory.getLogger(FirstStart.class);

  private final People people;
  private final Stores stores;
  private final KnowledgeBase knowledge;
  private final @Nullable Path articles;

  FirstStart(
      People people,
      Stores stores,
      KnowledgeBase knowledge,
      @Value("${deskhand.knowledge.folder:#{null}}") @Nullable Path articles) {
    this.people = people;
    this.stores = stores;
    this.knowledge = knowledge;
    this.articles = articles == null ? null : articles.toAbsolutePath().normalize();
  }

  @EventListener
  void ready(ApplicationReadyEvent event) {
    if (!(event.getApplicationContext() instanceof WebServerApplicationContext web)
        || web.getWebServer() == null) {
      return;
    }
    String address = "http://localhost:" + web.getWebServer().getPort();
    System.out.println("Deskhand is ready: " + address);
    if (people.isEmpty()) {
      Optional<Person> first = people.add("admin", "Administrator", true, Map.of());
      first.ifPresent(person ->
          System.out.println(
              "Choose the administrator’s password here (the log-in is admin; the link works once):\n  "
                  + address
                  + people.link(person.id(), OneTimeLink.Leads.TO_A_PASSWORD).path()));
    }
    publish();
  }

  private void publish() {
    if (articles == null) {
      return;
    }
    for (Store store : stores.all()) {
      int files = knowledge.publishFolder(store.id(), articles).size();
      log.info("published the folder of articles, store={} files={}", store.id(), files);
    }
  }
}
