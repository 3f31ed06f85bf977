package deskhand.server.people;

import deskhand.conversations.AgentId;
import deskhand.server.Audit;
import deskhand.server.OneTimeLink;
import deskhand.server.People;
import deskhand.server.Person;
import deskhand.server.Role;
import deskhand.store.StoreId;
import deskhand.store.Stores;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Who may sign in: the administrator adds somebody and hands the one-time link over. For those who
/// are administrators everywhere.
@Controller
@RequestMapping("/people")
class PeopleController {
  private static final int LONGEST = 100;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.UK);

  private final People people;
  private final Stores stores;
  private final Audit audit;

  PeopleController(People people, Stores stores, Audit audit) {
    this.people = people;
    this.stores = stores;
    this.audit = audit;
  }

  @GetMapping
  String list(Person me, Model model) {
    model.addAttribute("people", people.all());
    model.addAttribute("stores", stores.all());
    Map<AgentId, String> names = people.names();
    model.addAttribute("audit", audit.newest().stream().map(entry -> row(entry, names)).toList());
    return "people/list";
  }

  /// A line of what happened; times in UTC, as it belongs to no store.
  record AuditRow(String when, String who, Audit.What what, String subject) {}

  private static AuditRow row(Audit.Entry entry, Map<AgentId, String> names) {
    return new AuditRow(
        WHEN.format(entry.at().atZone(ZoneOffset.UTC)),
        entry.person().map(id -> names.getOrDefault(id, "–")).orElse("–"),
        entry.what(),
        entry.subject());
  }

  /// @param store the number of a store; empty for an administrator of everything
  record Added(
      @Nullable String login, @Nullable String name, @Nullable Long store, @Nullable Role role) {}

  @PostMapping
  String add(Person me, Added added, RedirectAttributes after) {
    String login = added.login() == null ? "" : added.login().strip();
    String name = added.name() == null ? "" : added.name().strip();
    boolean fine =
        !login.isEmpty()
            && !name.isEmpty()
            && login.length() <= LONGEST
            && name.length() <= LONGEST
            && login.chars().noneMatch(Character::isWhitespace)
            && name.chars().noneMatch(Character::isISOControl);
    Optional<StoreId> store = Optional.ofNullable(added.store()).map(StoreId::new);
    if (!fine || store.filter(id -> stores.find(id).isEmpty()).isPresent()) {
      after.addFlashAttribute("said", "people.not-understood");
      return "redirect:/people";
    }
    Role role = added.role() == null ? Role.AGENT : added.role();
    Optional<Person> person =
        people.add(
            login, name, store.isEmpty(), store.map(id -> Map.of(id, role)).orElse(Map.of()));
    if (person.isEmpty()) {
      after.addFlashAttribute("said", "people.taken");
      return "redirect:/people";
    }
    audit.note(Optional.empty(), Optional.of(me.id()), Audit.What.PERSON_ADDED, login);
    return hand(person.get(), after);
  }

  @PostMapping("/{person}/link")
  String link(Person me, @PathVariable long person, RedirectAttributes after) {
    Optional<Person> found = find(person);
    found.ifPresent(known ->
        audit.note(Optional.empty(), Optional.of(me.id()), Audit.What.LINK_MADE, known.login()));
    return found.map(known -> hand(known, after)).orElse("redirect:/people");
  }

  @PostMapping("/{person}/remove")
  String remove(Person me, @PathVariable long person, RedirectAttributes after) {
    Optional<Person> found = find(person).filter(known -> !known.id().equals(me.id()));
    found.ifPresentOrElse(
        known -> {
          people.deactivate(known.id());
          audit.note(
              Optional.empty(), Optional.of(me.id()), Audit.What.PERSON_REMOVED, known.login());
          after.addFlashAttribute("said", "people.removed");
        },
        () -> after.addFlashAttribute("said", "people.not-yourself"));
    return "redirect:/people";
  }

  private Optional<Person> find(long person) {
    AgentId id = new AgentId(person);
    return people.all().stream().filter(known -> known.id().equals(id)).findFirst();
  }

  private String hand(Person person, RedirectAttributes after) {
    OneTimeLink link = people.link(person.id(), OneTimeLink.Leads.TO_A_PASSWORD);
    after.addFlashAttribute("invited", person.name());
    after.addFlashAttribute(
        "link",
        ServletUriComponentsBuilder.fromCurrentContextPath().path(link.path()).toUriString());
    return "redirect:/people";
  }
}
