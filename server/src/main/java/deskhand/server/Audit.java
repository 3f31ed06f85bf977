package deskhand.server;

import static java.time.ZoneOffset.UTC;

import deskhand.conversations.AgentId;
import deskhand.store.StoreId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who did what that matters: signing in, rights, the assistant's mode, stops, what it knows. Holds
/// no customer's text.
@Component
public class Audit {
  private final JdbcClient jdbc;
  private final Clock clock;

  Audit(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// What is written down, such as `stopped sending`; the words are the message keys `audit.…`.
  public enum What {
    SIGNED_IN,
    SIGN_IN_REFUSED,
    LINK_USED,
    PERSON_ADDED,
    PERSON_REMOVED,
    LINK_MADE,
    STOPPED,
    RESUMED,
    MODE_CHANGED,
    ARTICLES_PUBLISHED,
    ARTICLE_WITHDRAWN,
    STORE_MADE,
    MAILBOX_CONNECTED,
    MAILBOX_TRUSTS,
    TASK_TRIED_AGAIN,
    SENT_AGAIN,
    INTENT_CORRECTED
  }

  /// @param subject what it was done to: a log-in, a mode, an article's name; never a customer's
  ///   words
  public void note(Optional<StoreId> store, Optional<AgentId> person, What what, String subject) {
    jdbc.sql(
            """
            insert into audit (store_id, user_id, what, subject, at)
            values (:store, :person, :what, :subject, :at)
            """)
        .param("store", store.map(StoreId::value).orElse(null))
        .param("person", person.map(AgentId::value).orElse(null))
        .param("what", what.name())
        .param("subject", subject.substring(0, Math.min(subject.length(), 200)))
        .param("at", clock.instant().atOffset(UTC))
        .update();
  }

  public void note(Visit visit, What what, String subject) {
    note(Optional.of(visit.id()), Optional.of(visit.agent()), what, subject);
  }

  /// One row.
  public record Entry(Optional<AgentId> person, What what, String subject, Instant at) {}

  /// The newest 100 of the whole installation.
  public List<Entry> newest() {
    return jdbc.sql("select user_id, what, subject, at from audit order by audit_id desc limit 100")
        .query((row, n) -> {
          long person = row.getLong(1);
          return new Entry(
              row.wasNull() ? Optional.empty() : Optional.of(new AgentId(person)),
              What.valueOf(row.getString(2)),
              row.getString(3),
              row.getTimestamp(4).toInstant());
        })
        .list();
  }
}
