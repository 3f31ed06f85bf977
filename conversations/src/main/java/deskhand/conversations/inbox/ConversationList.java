package deskhand.conversations.inbox;

import static java.time.ZoneOffset.UTC;

import deskhand.conversations.AgentId;
import deskhand.conversations.Conversation;
import deskhand.conversations.Conversations;
import deskhand.conversations.CustomerId;
import deskhand.conversations.Reference;
import deskhand.conversations.threads.ConversationsTable;
import deskhand.conversations.threads.StoredText;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The inbox's lists: pages by key (time and number of the last row, never an offset), each view on
/// an index of its own.
@Component
class ConversationList {
  private static final int MOST_ROWS = 200;
  private static final int MOST_COUNTED = 1_000;
  private static final int MOST_SEARCHED_WORDS = 10;
  private static final int MOST_RARE_HITS = 1_000;
  private static final int MOST_MATTERS = 100;

  private final JdbcClient jdbc;
  private final ListSettings settings;
  private final Clock clock;

  ConversationList(JdbcClient jdbc, ListSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  /// What a view holds; worded like the partial index that serves it.
  private static String condition(Conversations.View view) {
    return switch (view) {
      case MINE -> "c.assignee = :agent and c.state = 'OPEN'";
      case UNASSIGNED -> "c.state = 'OPEN' and c.assignee is null";
      case ESCALATED -> "c.state = 'OPEN' and c.escalated";
      case WAITING -> "c.state = 'WAITING'";
      case SNOOZED -> "c.state = 'SNOOZED'";
      case SPAM -> "c.state = 'SPAM'";
      case ALL -> "c.state <> 'SPAM'";
      case ANSWERED_BY_ITSELF -> "c.by_itself";
      case GOT_NO_REPLY ->
          "c.last_from_customer and not c.undecided and not c.escalated and not c.imported"
              + " and c.state <> 'SPAM'";
      case HELD_BACK -> "c.held_back";
      case IN_DOUBT -> "c.in_doubt";
      case UNREADABLE -> "false";
    };
  }

  Conversations.Page list(
      StoreId store, Conversations.Filter filter, Optional<String> after, int size) {
    int rows = Math.clamp(size, 1, MOST_ROWS);
    Optional<Key> key = after.flatMap(Key::parse);
    String words = query(filter.search());
    if (words.isEmpty() && !filter.search().isBlank()) {
      return new Conversations.Page(List.of(), Optional.empty());
    }
    Search search = words.isEmpty() ? Search.none() : search(store, words);
    List<Conversations.Row> found =
        jdbc.sql(
                "select "
                    + ConversationsTable.COLUMNS
                    + """
                    , c.last_text, c.last_from_customer, exists (
                        select 1
                        from drafts d
                        where d.conversation_id = c.conversation_id) as draft_ready
                    from conversations c
                    where c.store_id = :store and
                    """
                    + condition(filter.view())
                    + search.condition()
                    + (key.isEmpty()
                        ? ""
                        : " and (c.last_at, c.conversation_id) < (:lastAt, :lastId)")
                    + """

                    order by c.last_at desc, c.conversation_id desc
                    limit :rows
                    """)
            .param("store", store.value())
            .param("agent", filter.agent().map(AgentId::value).orElse(null), Types.BIGINT)
            .param("words", words)
            .param("hits", search.hits())
            .param("lastAt", key.map(Key::at).orElse(Instant.EPOCH).atOffset(UTC))
            .param("lastId", key.map(Key::id).orElse(0L))
            .param("rows", rows + 1)
            .query((row, n) ->
                new Conversations.Row(
                    ConversationsTable.conversation(row, n),
                    row.getString("last_text"),
                    row.getBoolean("last_from_customer"),
                    row.getBoolean("draft_ready")))
            .list();
    if (found.size() <= rows) {
      return new Conversations.Page(List.copyOf(found), Optional.empty());
    }
    List<Conversations.Row> page = List.copyOf(found.subList(0, rows));
    return new Conversations.Page(page, Optional.of(Key.of(page.getLast()).toString()));
  }

  /// How a search is made: rare words by the index of words, and then sorted; common ones along the
  /// view's own index, which finds a page of them soon. The database's guess of which is which is
  /// poor for beginnings of words.
  private record Search(String condition, Long[] hits) {
    static Search none() {
      return new Search("", new Long[0]);
    }
  }

  private Search search(StoreId store, String words) {
    Long[] hits =
        jdbc.sql(
                """
                select conversation_id
                from conversations
                where store_id = :store and words @@ to_tsquery('simple', :words)
                limit :most
                """)
            .param("store", store.value())
            .param("words", words)
            .param("most", MOST_RARE_HITS + 1)
            .query((row, n) -> row.getLong("conversation_id"))
            .list()
            .toArray(Long[]::new);
    return hits.length <= MOST_RARE_HITS
        ? new Search(" and c.conversation_id = any (:hits)", hits)
        : new Search(" and c.words @@ to_tsquery('simple', :words)", new Long[0]);
  }

  /// Where a page ends.
  private record Key(Instant at, long id) {
    static Key of(Conversations.Row row) {
      return new Key(row.conversation().times().lastAt(), row.conversation().id().value());
    }

    /// Empty where the text is no key: the list then begins anew.
    static Optional<Key> parse(String text) {
      String[] parts = text.split("-", -1);
      try {
        return parts.length == 2
            ? Optional.of(
                new Key(
                    Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
                    Long.parseLong(parts[1])))
            : Optional.empty();
      } catch (NumberFormatException | ArithmeticException none) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
    }
  }

  /// All words, each as a beginning: `ana 104` finds "Ana" and "1042". Only letters and digits are
  /// left, so nothing of it is an operator of the query language.
  private static String query(String search) {
    String words = StoredText.words(search);
    if (words.isEmpty()) {
      return "";
    }
    List<String> terms = new ArrayList<>();
    for (String word : words.split(" ", -1)) {
      if (terms.size() < MOST_SEARCHED_WORDS) {
        terms.add("'" + word + "':*");
      }
    }
    return String.join(" & ", terms);
  }

  Map<Conversations.View, Integer> counts(StoreId store, Optional<AgentId> agent) {
    List<String> columns = new ArrayList<>();
    for (Conversations.View view : Conversations.View.values()) {
      String rows =
          view == Conversations.View.UNREADABLE
              ? "raw_mails c where c.store_id = :store and c.state = 'UNREADABLE'"
              : "conversations c where c.store_id = :store and " + condition(view);
      columns.add(
          "(select count(*) from (select 1 from " + rows + " limit :most) counted) as " + view);
    }
    return jdbc.sql("select " + String.join(", ", columns))
        .param("store", store.value())
        .param("agent", agent.map(AgentId::value).orElse(null), Types.BIGINT)
        .param("most", MOST_COUNTED)
        .query((row, n) -> {
          Map<Conversations.View, Integer> counts = new EnumMap<>(Conversations.View.class);
          for (Conversations.View view : Conversations.View.values()) {
            counts.put(view, row.getInt(view.name()));
          }
          return counts;
        })
        .single();
  }

  List<Conversation> openMatters(StoreId store, EmailAddress customer, Optional<Reference> about) {
    return jdbc.sql(
            "select "
                + ConversationsTable.COLUMNS
                + """
                from conversations c
                where c.conversation_id in (
                    select k.conversation_id
                    from conversations k
                    join customer_addresses a on a.customer_id = k.customer_id
                    where a.store_id = :store and a.address = :address
                    union
                    select k.conversation_id
                    from conversations k
                    where k.store_id = :store and k.address = :address
                    union
                    select r.conversation_id
                    from conversation_references r
                    where r.store_id = :store and r.kind = :kind and r.id = :id)
                  and c.store_id = :store
                  and (c.undecided or c.state in ('OPEN', 'SNOOZED')
                    or (c.state = 'WAITING' and c.last_at > :since))
                order by c.last_at desc, c.conversation_id desc
                limit :most
                """)
        .param("store", store.value())
        .param("address", customer.value())
        .param("kind", about.map(Reference::kind).orElse(""))
        .param("id", about.map(Reference::id).orElse(""))
        .param("since", clock.instant().minus(settings.waitingCounts()).atOffset(UTC))
        .param("most", MOST_MATTERS)
        .query(ConversationsTable::conversation)
        .list();
  }

  List<Conversation> ofCustomer(StoreId store, CustomerId customer) {
    return jdbc.sql(
            "select "
                + ConversationsTable.COLUMNS
                + """
                from conversations c
                where c.store_id = :store and c.customer_id = :customer
                order by c.last_at desc, c.conversation_id desc
                limit 50
                """)
        .param("store", store.value())
        .param("customer", customer.value())
        .query(ConversationsTable::conversation)
        .list();
  }
}
