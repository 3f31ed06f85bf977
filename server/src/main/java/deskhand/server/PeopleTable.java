package deskhand.server;

import static java.time.ZoneOffset.UTC;

import deskhand.conversations.AgentId;
import deskhand.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of `users` and `rights`.
@Component
class PeopleTable {
  private static final String SELECT =
      """
      select p.user_id, p.login, p.name, p.everywhere,
        (select string_agg(r.store_id || '=' || r.role, ' ') from rights r where r.user_id = p.user_id) as roles
      from users p
      """;

  private final JdbcClient jdbc;

  PeopleTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean isEmpty() {
    return jdbc.sql("select not exists (select 1 from users)")
        .query((row, n) -> row.getBoolean(1))
        .single();
  }

  Optional<Person> byLogin(String login) {
    return jdbc.sql(SELECT + "where p.login = :login and p.active")
        .param("login", login)
        .query((row, n) -> person(row))
        .optional();
  }

  Optional<Person> byId(AgentId id) {
    return jdbc.sql(SELECT + "where p.user_id = :id and p.active")
        .param("id", id.value())
        .query((row, n) -> person(row))
        .optional();
  }

  List<Person> all() {
    return jdbc.sql(SELECT + "where p.active order by lower(p.name), p.user_id limit 500")
        .query((row, n) -> person(row))
        .list();
  }

  Map<AgentId, String> names() {
    Map<AgentId, String> names = new HashMap<>();
    jdbc.sql("select user_id, name from users order by user_id desc limit 5000")
        .query((row, n) -> names.put(new AgentId(row.getLong(1)), row.getString(2)))
        .list();
    return names;
  }

  Optional<Long> insert(String login, String name, boolean everywhere, Instant at) {
    return jdbc.sql(
            """
            insert into users (login, name, everywhere, created_at)
            values (:login, :name, :everywhere, :at)
            on conflict (login) do nothing
            returning user_id
            """)
        .param("login", login)
        .param("name", name)
        .param("everywhere", everywhere)
        .param("at", at.atOffset(UTC))
        .query((row, n) -> row.getLong(1))
        .optional();
  }

  void giveRole(AgentId person, StoreId store, Role role) {
    jdbc.sql(
            """
            insert into rights (user_id, store_id, role)
            values (:person, :store, :role)
            on conflict (user_id, store_id) do update
            set role = excluded.role
            """)
        .param("person", person.value())
        .param("store", store.value())
        .param("role", role.name())
        .update();
  }

  void deactivate(AgentId person) {
    jdbc.sql("update users set active = false, password_hash = null where user_id = :person")
        .param("person", person.value())
        .update();
  }

  void setPassword(AgentId person, String hash) {
    jdbc.sql("update users set password_hash = :hash where user_id = :person")
        .param("hash", hash)
        .param("person", person.value())
        .update();
  }

  Optional<String> password(AgentId person) {
    return jdbc.sql(
            """
            select password_hash from users
            where user_id = :person and active and password_hash is not null
            """)
        .param("person", person.value())
        .query((row, n) -> row.getString(1))
        .optional();
  }

  private static Person person(ResultSet row) throws SQLException {
    return new Person(
        new AgentId(row.getLong("user_id")),
        row.getString("login"),
        row.getString("name"),
        row.getBoolean("everywhere"),
        roles(Optional.ofNullable(row.getString("roles")).orElse("")));
  }

  private static Map<StoreId, Role> roles(String joined) {
    Map<StoreId, Role> roles = new HashMap<>();
    for (String part : joined.isEmpty() ? new String[0] : joined.split(" ", -1)) {
      int equals = part.indexOf('=');
      roles.put(
          new StoreId(Long.parseLong(part.substring(0, equals))),
          Role.valueOf(part.substring(equals + 1)));
    }
    return roles;
  }
}
