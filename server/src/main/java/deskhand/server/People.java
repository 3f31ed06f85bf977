package deskhand.server;

import deskhand.conversations.AgentId;
import deskhand.store.StoreId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Everybody who can sign in, with their rights in each store.
@Component
public class People {
  /// Long enough to be handed over by hand, short enough to be forgotten safely.
  private static final Duration LINK_LIFE = Duration.ofDays(3);

  public static final int SHORTEST_PASSWORD = 10;

  /// BCrypt reads 72 bytes and no more.
  public static final int LONGEST_PASSWORD = 72;

  private final PeopleTable people;
  private final LinksTable links;
  private final PasswordEncoder encoder;
  private final TransactionTemplate transaction;
  private final Clock clock;

  People(
      PeopleTable people,
      LinksTable links,
      PasswordEncoder encoder,
      TransactionTemplate transaction,
      Clock clock) {
    this.people = people;
    this.links = links;
    this.encoder = encoder;
    this.transaction = transaction;
    this.clock = clock;
  }

  public boolean isEmpty() {
    return people.isEmpty();
  }

  /// The person of that log-in, if they may still come in.
  public Optional<Person> byLogin(String login) {
    return people.byLogin(lower(login));
  }

  /// Everybody, the newest 500.
  public List<Person> all() {
    return people.all();
  }

  /// Those who may enter a store, by name.
  public List<Person> of(StoreId store) {
    return people.all().stream().filter(person -> person.roleIn(store).isPresent()).toList();
  }

  /// The names of everybody, also of those who have left.
  public Map<AgentId, String> names() {
    return people.names();
  }

  /// Adds somebody; empty where the log-in is taken.
  public Optional<Person> add(
      String login, String name, boolean everywhere, Map<StoreId, Role> roles) {
    return transaction.execute(status -> {
      Optional<Long> id = people.insert(lower(login), name.strip(), everywhere, clock.instant());
      id.ifPresent(person ->
          roles.forEach((store, role) -> people.giveRole(new AgentId(person), store, role)));
      return id.flatMap(person -> people.byLogin(lower(login)));
    });
  }

  public void giveRole(AgentId person, StoreId store, Role role) {
    people.giveRole(person, store, role);
  }

  /// Lets nobody in by that log-in any more; what the person wrote stays theirs.
  public void deactivate(AgentId person) {
    transaction.executeWithoutResult(status -> {
      people.deactivate(person);
      links.forget(person);
    });
  }

  /// A new link for that person; the ones before end.
  public OneTimeLink link(AgentId person, OneTimeLink.Leads leads) {
    OneTimeLink fresh = OneTimeLink.fresh();
    Instant now = clock.instant();
    transaction.executeWithoutResult(status -> {
      links.forget(person);
      links.insert(fresh.hash(), person, leads, now, now.plus(LINK_LIFE));
    });
    return fresh;
  }

  /// Where a link leads and for whom, without using it up; empty where it is unknown, used or too
  /// old.
  public Optional<Invitation> look(OneTimeLink link) {
    return links
        .find(link.hash(), clock.instant())
        .flatMap(found ->
            people.byId(found.person()).map(person -> new Invitation(person, found.leads())));
  }

  /// For whom a link is.
  public record Invitation(Person person, OneTimeLink.Leads leads) {}

  /// Uses a link up; empty where somebody was faster.
  public Optional<Person> enter(OneTimeLink link) {
    return links.use(link.hash(), clock.instant()).flatMap(people::byId);
  }

  /// Uses a link up for a new password.
  public Optional<Person> choosePassword(OneTimeLink link, String password) {
    String hash = encoder.encode(password);
    return transaction.execute(status -> {
      Optional<Person> person = enter(link);
      person.ifPresent(found -> people.setPassword(found.id(), hash));
      return person;
    });
  }

  Optional<String> passwordOf(Person person) {
    return people.password(person.id());
  }

  private static String lower(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }
}
