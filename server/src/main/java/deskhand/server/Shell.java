package deskhand.server;

import deskhand.conversations.Conversations;
import deskhand.conversations.Conversations.View;
import deskhand.store.FailedTasks;
import deskhand.store.Store;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What stands around every page of a store: the views with their counts, the shop's pages, and the
/// brake.
@Component
public class Shell {
  private static final int COUNTED = 1_000;
  private static final List<View> FOR_PEOPLE =
      List.of(View.MINE, View.ESCALATED, View.UNASSIGNED, View.WAITING, View.SNOOZED, View.ALL);
  private static final List<View> BY_ITSELF =
      List.of(
          View.ANSWERED_BY_ITSELF,
          View.GOT_NO_REPLY,
          View.HELD_BACK,
          View.IN_DOUBT,
          View.UNREADABLE,
          View.SPAM);

  /// Counting everything that is done says nothing to anybody.
  private static final List<View> WITHOUT_COUNT = List.of(View.ALL, View.SPAM);

  /// Shown only where something is in them: what should never happen.
  private static final List<View> ONLY_WHERE_SOME = List.of(View.UNREADABLE);

  private final Conversations conversations;
  private final FailedTasks failed;
  private final Stores stores;
  private final List<PageLink> pages;

  Shell(Conversations conversations, FailedTasks failed, Stores stores, List<PageLink> pages) {
    this.conversations = conversations;
    this.failed = failed;
    this.stores = stores;
    this.pages = pages.stream().sorted(Comparator.comparingInt(PageLink::order)).toList();
  }

  /// What the template of the navigation shows.
  ///
  /// @param others the person's other stores
  public record Look(List<Group> groups, Brake brake, List<Store> others) {}

  /// @param key of its heading
  public record Group(String key, List<Item> items) {}

  /// @param count shown behind it; empty for none
  public record Item(String key, String href, String count, boolean current) {}

  /// @param says how the assistant stands, a message key
  public record Brake(String says, boolean stopped, StoreMode mode) {}

  /// @param current the view or page that is open, such as `escalated` or `knowledge`
  public Look around(Visit visit, String current) {
    Map<View, Integer> counts = conversations.counts(visit.id(), Optional.of(visit.agent()));
    List<Group> groups = new ArrayList<>();
    groups.add(views("people", FOR_PEOPLE, visit, counts, current));
    groups.add(views("itself", BY_ITSELF, visit, counts, current));
    groups.add(new Group("shop", pages(visit, current)));
    return new Look(groups, brake(visit.store()), others(visit));
  }

  /// A view as addresses spell it: `held-back`.
  public static String slug(View view) {
    return view.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Group views(
      String key, List<View> views, Visit visit, Map<View, Integer> counts, String current) {
    List<Item> items = new ArrayList<>();
    for (View view : views) {
      int count = counts.getOrDefault(view, 0);
      if (count > 0 || !ONLY_WHERE_SOME.contains(view)) {
        boolean counted = count > 0 && !WITHOUT_COUNT.contains(view);
        items.add(
            new Item(
                "view." + slug(view),
                visit.path(view == View.UNREADABLE ? "unreadable" : "inbox?view=" + slug(view)),
                counted ? count(count) : "",
                slug(view).equals(current)));
      }
    }
    return new Group(key, items);
  }

  private List<Item> pages(Visit visit, String current) {
    List<Item> items = new ArrayList<>();
    for (PageLink page : pages) {
      if (page.shown().test(visit)) {
        items.add(new Item("nav." + page.key(), page.href(visit), "", page.key().equals(current)));
      }
    }
    int broken = failed.list(visit.id()).size();
    if (broken > 0) {
      items.add(
          new Item("nav.failed", visit.path("failed"), count(broken), current.equals("failed")));
    }
    return items;
  }

  private static String count(int count) {
    return count >= COUNTED ? "999+" : Integer.toString(count);
  }

  private static Brake brake(Store store) {
    if (store.stopped()) {
      return new Brake("brake.stopped", true, store.mode());
    }
    return new Brake(
        switch (store.mode()) {
          case OFF -> "brake.off";
          case SUGGEST -> "brake.suggests";
          case AUTOMATIC -> "brake.answers";
        },
        false,
        store.mode());
  }

  private List<Store> others(Visit visit) {
    return stores.all().stream()
        .filter(store -> !store.id().equals(visit.id()))
        .filter(store -> visit.person().roleIn(store.id()).isPresent())
        .limit(20)
        .toList();
  }
}
