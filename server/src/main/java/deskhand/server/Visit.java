package deskhand.server;

import deskhand.conversations.AgentId;
import deskhand.conversations.Author;
import deskhand.store.Store;
import deskhand.store.StoreId;

/// A signed-in person in a store that they may enter: the argument of every page below
/// `/s/{store}`.
public record Visit(Store store, Person person, Role role) {

  public StoreId id() {
    return store.id();
  }

  public AgentId agent() {
    return person.id();
  }

  public Author author() {
    return person.author();
  }

  public boolean isAdministrator() {
    return role == Role.ADMINISTRATOR;
  }

  /// The address of a page of this store, such as `/s/1/inbox`.
  public String path(String page) {
    return "/s/" + store.id() + "/" + page;
  }
}
