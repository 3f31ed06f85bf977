package deskhand.conversations.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.conversations.AgentId;
import deskhand.conversations.Author;
import deskhand.conversations.Conversation;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Conversations;
import deskhand.conversations.Received;
import deskhand.conversations.Shop;
import deskhand.conversations.TestApplication;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
    classes = TestApplication.class,
    properties = "deskhand.conversations.email.enabled=false")
class ListTest {
  private static final Author MIA = new Author.Agent(new AgentId(7), "Mia");

  @Autowired Stores stores;
  @Autowired Conversations conversations;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.open(stores, conversations, StoreMode.SUGGEST);
  }

  private List<ConversationId> ids(Conversations.View view, String search) {
    return conversations
        .list(
            shop.store(),
            new Conversations.Filter(view, search, Optional.of(new AgentId(7))),
            Optional.empty(),
            200)
        .rows()
        .stream()
        .map(row -> row.conversation().id())
        .toList();
  }

  @Test
  void pagesHoldEachConversationOnceEvenWhereTimesAreEqual() {
    Instant at = clock.instant();
    Set<ConversationId> all = new HashSet<>();
    for (int i = 0; i < 25; i++) {
      all.add(
          shop.mail("c" + i + "@page.example", "Text " + i)
              .arrives(at.plus(Duration.ofSeconds(i / 5)))
              .conversation());
    }
    List<ConversationId> seen = new ArrayList<>();
    Optional<String> next = Optional.empty();
    int pages = 0;
    do {
      Conversations.Page page =
          conversations.list(
              shop.store(),
              new Conversations.Filter(Conversations.View.ALL, "", Optional.empty()),
              next,
              10);
      page.rows().forEach(row -> seen.add(row.conversation().id()));
      next = page.next();
      pages++;
    } while (next.isPresent() && pages < 10);
    assertThat(pages).isEqualTo(3);
    assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void viewsFollowWhatPeopleDo() {
    ConversationId mine =
        shop.mail("a@view.example", "One").arrives(clock.instant()).conversation();
    ConversationId escalated =
        shop.mail("b@view.example", "Two").arrives(clock.instant()).conversation();
    ConversationId snoozed =
        shop.mail("c@view.example", "Three").arrives(clock.instant()).conversation();
    ConversationId spam =
        shop.mail("d@view.example", "Four").arrives(clock.instant()).conversation();
    Received.Stored silent = shop.mail("e@view.example", "Five").arrives(clock.instant());
    conversations.assign(shop.store(), mine, Optional.of(new AgentId(7)), MIA);
    conversations.escalate(shop.store(), escalated, "legal");
    conversations.snooze(shop.store(), snoozed, clock.instant().plus(Duration.ofDays(1)), MIA);
    conversations.markSpam(shop.store(), spam, MIA);
    conversations.decided(
        shop.store(), silent.conversation(), silent.message(), "other/thanks", Set.of());

    assertThat(ids(Conversations.View.MINE, "")).containsExactly(mine);
    assertThat(ids(Conversations.View.ESCALATED, "")).containsExactly(escalated);
    assertThat(ids(Conversations.View.UNASSIGNED, ""))
        .containsExactlyInAnyOrder(escalated, silent.conversation());
    assertThat(ids(Conversations.View.SNOOZED, "")).containsExactly(snoozed);
    assertThat(ids(Conversations.View.SPAM, "")).containsExactly(spam);
    assertThat(ids(Conversations.View.ALL, "")).hasSize(4).doesNotContain(spam);
    assertThat(ids(Conversations.View.GOT_NO_REPLY, "")).containsExactly(silent.conversation());
    assertThat(conversations.counts(shop.store(), Optional.of(new AgentId(7))))
        .containsEntry(Conversations.View.MINE, 1)
        .containsEntry(Conversations.View.ALL, 4)
        .containsEntry(Conversations.View.IN_DOUBT, 0)
        .containsEntry(Conversations.View.UNREADABLE, 0);
  }

  @Test
  void findsByBeginningsOfWordsOfSubjectTextAndAddress() {
    ConversationId found =
        shop.mail("zoe.quince@search.example", "Où est ma commande LP-1042 ?")
            .subject("Tasse bleue")
            .arrives(clock.instant())
            .conversation();
    shop.mail("ben@search.example", "Something else").arrives(clock.instant());
    for (String search :
        List.of(
            "1042",
            "lp-1042",
            "#LP-1042",
            "COMMANDE",
            "tass",
            "quince",
            "zoe où",
            "zoe.quince@search.example")) {
      assertThat(ids(Conversations.View.ALL, search)).as(search).containsExactly(found);
    }
    for (String search : List.of("1043", "zoe ben", "' & | ! <->", "zzz")) {
      assertThat(ids(Conversations.View.ALL, search)).as(search).isEmpty();
    }
    assertThat(
            conversations
                .list(
                    shop.store(),
                    new Conversations.Filter(Conversations.View.ALL, "", Optional.empty()),
                    Optional.of("no key"),
                    10)
                .rows())
        .hasSize(2);
  }

  @Test
  void aSnoozeEndsByItself() {
    ConversationId snoozed =
        shop.mail("s@snooze.example", "Later").arrives(clock.instant()).conversation();
    conversations.snooze(shop.store(), snoozed, clock.instant().plus(Duration.ofMillis(300)), MIA);
    org.awaitility.Awaitility.await()
        .untilAsserted(() ->
            assertThat(conversations.find(shop.store(), snoozed).orElseThrow().handling().state())
                .isEqualTo(Conversation.State.OPEN));
  }

  @Test
  @Tag("long")
  void listsOneHundredThousandConversationsQuickly() {
    jdbc.sql(
            """
            with c as (
              insert into customers (store_id, name, created_at)
              values (:store, 'Crowd', :at)
              returning customer_id)
            insert into conversations (store_id, customer_id, channel, name, address, proven,
              subject, base_subject, state, assignee, escalated, started_at, last_at, last_text,
              last_from_customer, by_itself, words)
            select :store, c.customer_id, 'EMAIL', 'Customer ' || i, 'c' || i || '@crowd.example',
              'NOTHING', 'Order ' || i, 'order ' || i,
              case when i % 10 < 2 then 'OPEN' when i % 10 < 5 then 'WAITING' else 'CLOSED' end,
              case when i % 50 = 0 then i % 7 + 1 end, i % 100 = 1,
              cast(:at as timestamptz) + make_interval(secs => i),
              cast(:at as timestamptz) + make_interval(secs => i),
              'Where is my order ' || i, i % 3 = 0, i % 4 = 0,
              strip(to_tsvector('simple', 'where is my order ' || i || ' customer c' || i))
            from c, generate_series(1, 100000) i
            """)
        .param("store", shop.store().value())
        .param("at", Instant.parse("2026-01-01T00:00:00Z").atOffset(java.time.ZoneOffset.UTC))
        .update();
    jdbc.sql("analyze conversations").update();
    StringBuilder figures = new StringBuilder();
    for (Conversations.View view : Conversations.View.values()) {
      for (String search : List.of("", "order", "77777")) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
          long begun = System.nanoTime();
          Conversations.Page page =
              conversations.list(
                  shop.store(),
                  new Conversations.Filter(view, search, Optional.of(new AgentId(7))),
                  Optional.of(Instant.parse("2026-01-01T20:00:00Z").toEpochMilli() * 1000 + "-1"),
                  50);
          best = Math.min(best, System.nanoTime() - begun);
          assertThat(page.rows()).hasSizeLessThanOrEqualTo(50);
        }
        figures
            .append(view)
            .append(" '")
            .append(search)
            .append("' ")
            .append(best / 1000)
            .append(" us\n");
        assertThat(Duration.ofNanos(best))
            .as(view + " " + search)
            .isLessThan(Duration.ofMillis(150));
      }
    }
    long begun = System.nanoTime();
    assertThat(conversations.counts(shop.store(), Optional.of(new AgentId(7))))
        .containsEntry(Conversations.View.ALL, 1000);
    figures.append("counts ").append((System.nanoTime() - begun) / 1000).append(" us\n");
    org.slf4j.LoggerFactory.getLogger(ListTest.class).info("figures\n{}", figures);
  }
}
