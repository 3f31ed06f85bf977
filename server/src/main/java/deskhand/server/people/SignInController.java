package deskhand.server.people;

import deskhand.server.Audit;
import deskhand.server.OneTimeLink;
import deskhand.server.People;
import deskhand.server.People.Invitation;
import deskhand.server.Person;
import deskhand.server.SignedIn;
import deskhand.store.Store;
import deskhand.store.Stores;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The way in: log-in, one-time links, and where to go from there.
@Controller
class SignInController {
  private final People people;
  private final Stores stores;
  private final SignedIn signedIn;
  private final Audit audit;

  SignInController(People people, Stores stores, SignedIn signedIn, Audit audit) {
    this.people = people;
    this.stores = stores;
    this.signedIn = signedIn;
    this.audit = audit;
  }

  @GetMapping("/sign-in")
  String signIn(HttpServletRequest request, Model model) {
    String said =
        request.getParameter("wrong") != null
            ? "sign-in.wrong"
            : request.getParameter("wait") != null
                ? "sign-in.wait"
                : request.getParameter("out") != null ? "sign-in.out" : "";
    model.addAttribute("said", said);
    return "people/sign-in";
  }

  /// The first store that the person may enter.
  @GetMapping("/")
  String home(Person person) {
    Optional<Store> first =
        stores.all().stream().filter(store -> person.roleIn(store.id()).isPresent()).findFirst();
    return first
        .map(store -> "redirect:/s/" + store.id() + "/inbox")
        .orElse(person.everywhere() ? "redirect:/stores" : "people/no-store");
  }

  @GetMapping("/link/{token}")
  String link(
      @PathVariable String token,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    OneTimeLink link = new OneTimeLink(token);
    Optional<Invitation> found = people.look(link);
    if (found.isPresent() && found.get().leads() == OneTimeLink.Leads.STRAIGHT_IN) {
      people.enter(link).ifPresent(person -> enter(person, request, response));
      return "redirect:/";
    }
    if (found.isEmpty() && request.getUserPrincipal() != null) {
      return "redirect:/";
    }
    model.addAttribute("person", found.map(Invitation::person).orElse(null));
    model.addAttribute("token", token);
    model.addAttribute("said", "");
    return "people/link";
  }

  @PostMapping("/link/{token}")
  String choose(
      @PathVariable String token,
      @RequestParam String password,
      @RequestParam String again,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    OneTimeLink link = new OneTimeLink(token);
    Optional<Invitation> found = people.look(link);
    String problem = problem(password, again);
    if (found.isPresent() && problem.isEmpty()) {
      Optional<Person> person = people.choosePassword(link, password);
      if (person.isPresent()) {
        enter(person.get(), request, response);
        return "redirect:/";
      }
    }
    model.addAttribute(
        "person", problem.isEmpty() ? null : found.map(Invitation::person).orElse(null));
    model.addAttribute("token", token);
    model.addAttribute("said", problem);
    return "people/link";
  }

  private void enter(Person person, HttpServletRequest request, HttpServletResponse response) {
    signedIn.enter(person, request, response);
    audit.note(Optional.empty(), Optional.of(person.id()), Audit.What.LINK_USED, "");
  }

  private static String problem(String password, String again) {
    int bytes = password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    if (password.length() < People.SHORTEST_PASSWORD) {
      return "link.short";
    }
    if (bytes > People.LONGEST_PASSWORD) {
      return "link.long";
    }
    return password.equals(again) ? "" : "link.differ";
  }
}
