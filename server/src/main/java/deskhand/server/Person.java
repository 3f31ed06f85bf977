package deskhand.server;

import deskhand.conversations.AgentId;
import deskhand.conversations.Author;
import deskhand.store.StoreId;
import java.util.Map;
import java.util.Optional;

/// Somebody who can sign in.
///
/// @param login in lower case
/// @param everywhere administrator of every store, of the people, and of new stores
/// @param roles in single stores
public record Person(
    AgentId id, String login, String name, boolean everywhere, Map<StoreId, Role> roles) {
  public Person {
    roles = Map.copyOf(roles);
  }

  /// What the person may do in that store; empty for nothing.
  public Optional<Role> roleIn(StoreId store) {
    return everywhere ? Optional.of(Role.ADMINISTRATOR) : Optional.ofNullable(roles.get(store));
  }

  public Author author() {
    return new Author.Agent(id, name);
  }
}
