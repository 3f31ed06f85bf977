package deskhand.server;

import static java.time.ZoneOffset.UTC;

import deskhand.conversations.AgentId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of `one_time_links`: one-time links, by the hash of their token.
@Component
class LinksTable {
  private final JdbcClient jdbc;

  LinksTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Found(AgentId person, OneTimeLink.Leads leads) {}

  void insert(
      String hash, AgentId person, OneTimeLink.Leads leads, Instant now, Instant expiresAt) {
    jdbc.sql(
            """
            insert into one_time_links (link_hash, user_id, leads, created_at, expires_at)
            values (:hash, :person, :leads, :now, :expires)
            """)
        .param("hash", hash)
        .param("person", person.value())
        .param("leads", leads.name())
        .param("now", now.atOffset(UTC))
        .param("expires", expiresAt.atOffset(UTC))
        .update();
  }

  Optional<Found> find(String hash, Instant now) {
    return jdbc.sql(
            """
            select user_id, leads from one_time_links
            where link_hash = :hash and used_at is null and expires_at > :now
            """)
        .param("hash", hash)
        .param("now", now.atOffset(UTC))
        .query((row, n) ->
            new Found(new AgentId(row.getLong(1)), OneTimeLink.Leads.valueOf(row.getString(2))))
        .optional();
  }

  Optional<AgentId> use(String hash, Instant now) {
    return jdbc.sql(
            """
            update one_time_links set used_at = :now
            where link_hash = :hash and used_at is null and expires_at > :now
            returning user_id
            """)
        .param("hash", hash)
        .param("now", now.atOffset(UTC))
        .query((row, n) -> new AgentId(row.getLong(1)))
        .optional();
  }

  void forget(AgentId person) {
    jdbc.sql("delete from one_time_links where user_id = :person")
        .param("person", person.value())
        .update();
  }
}
