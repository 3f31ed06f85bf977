package deskhand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import deskhand.store.EmailAddress;
import deskhand.store.OpeningHours;
import deskhand.store.Store;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import deskhand.store.TestDatabase;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Walks every route that the program knows, as everybody who may knock.
@SpringBootTest(classes = Deskhand.class)
@AutoConfigureMockMvc
@Import(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTest {
  @Autowired MockMvcTester browser;
  @Autowired People people;
  @Autowired Stores stores;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  StoreId store = new StoreId(1);

  record Route(HttpMethod method, String path) {}

  @BeforeAll
  void twoStoresAndTheirPeople() {
    store = stores.create(profile("Ours"), StoreMode.SUGGEST);
    StoreId other = stores.create(profile("Theirs"), StoreMode.SUGGEST);
    people.add("agent", "Agent", false, Map.of(store, Role.AGENT));
    people.add("boss", "Boss", false, Map.of(store, Role.ADMINISTRATOR));
    people.add("stranger", "Stranger", false, Map.of(other, Role.ADMINISTRATOR));
    people.add("owner", "Owner", true, Map.of());
    people.add("gone", "Gone", true, Map.of()).ifPresent(person -> people.deactivate(person.id()));
  }

  static Store.Profile profile(String name) {
    return profile(name, new EmailAddress("help@shop.example"));
  }

  static Store.Profile profile(String name, EmailAddress address) {
    return new Store.Profile(
        name,
        address.domain(),
        address,
        "IE",
        new Store.Habits(
            ZoneId.of("Europe/Dublin"),
            Locale.ENGLISH,
            Currency.getInstance("EUR"),
            OpeningHours.unknown()));
  }

  private List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
      Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
      for (String pattern : info.getPatternValues()) {
        String path =
            pattern
                .replaceAll("\\{store[^}]*}+", store.toString())
                .replace("{act:close|reopen|spam|hand-back}", "close")
                .replace("{act:again|arrived|leave|take-back}", "leave")
                .replace("{text:draft|m\\d{1,18}}", "draft")
                .replaceAll("\\{\\w+:\\\\d\\{1,18}}", "4711")
                .replaceAll("\\{(?:token|article)}", "nothing")
                .replaceAll("\\{[^}]*}", "4711");
        (methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods)
            .forEach(method -> routes.add(new Route(method.asHttpMethod(), path)));
      }
    }
    return routes;
  }

  private int status(Route route, String login) {
    var request = browser.method(route.method()).uri(route.path()).with(csrf());
    if (!login.isEmpty()) {
      request = request.with(as(login));
    }
    return request.asyncExchange().getResponse().getStatus();
  }

  static org.springframework.test.web.servlet.request.RequestPostProcessor as(String login) {
    Authentication signedIn =
        PasswordSignIn.signedIn(
            new Person(new deskhand.conversations.AgentId(0), login, login, false, Map.of()));
    return SecurityMockMvcRequestPostProcessors.authentication(signedIn);
  }

  private boolean isOpen(Route route) {
    return List.of("/sign-in", "/error").contains(route.path())
        || route.path().startsWith("/link/")
        || route.path().startsWith("/chat/")
        || route.path().startsWith("/contact/")
        || route.path().startsWith("/api/chat/");
  }

  @Test
  void knowsTheRoutesOfAllPages() {
    assertThat(routes())
        .contains(
            new Route(HttpMethod.GET, "/s/" + store + "/inbox"),
            new Route(HttpMethod.POST, "/s/" + store + "/inbox/4711/write"),
            new Route(HttpMethod.POST, "/s/" + store + "/admin/knowledge"))
        .hasSizeGreaterThan(30)
        .noneMatch(route -> route.path().contains("{"));
  }

  @Test
  void nobodyGetsNothingThatIsNotOpen() {
    for (Route route : routes()) {
      int status = status(route, "");
      if (!isOpen(route)) {
        assertThat(status).as(route.toString()).isIn(302, 401, 403);
      }
    }
  }

  @Test
  void peopleOfAnotherStoreGetNothingOfThisOne() {
    for (Route route : routes()) {
      if (route.path().startsWith("/s/")) {
        assertThat(status(route, "stranger")).as(route.toString()).isEqualTo(403);
      }
    }
  }

  @Test
  void whoeverWasRemovedGetsNothing() {
    for (Route route : routes()) {
      if (!isOpen(route)) {
        assertThat(status(route, "gone")).as(route.toString()).isEqualTo(403);
      }
    }
  }

  @Test
  void agentsGetTheirStoreButNotItsSettings() {
    for (Route route : routes()) {
      boolean settings =
          route.path().contains("/admin/")
              || route.path().startsWith("/people")
              || route.path().startsWith("/stores");
      if (settings) {
        assertThat(status(route, "agent")).as(route.toString()).isEqualTo(403);
      } else if (route.path().startsWith("/s/")) {
        assertThat(status(route, "agent")).as(route.toString()).isNotIn(401, 403, 500);
      }
    }
  }

  @Test
  void administratorsGetTheirStoresSettingsAndOwnersEverything() {
    for (Route route : routes()) {
      boolean everywhere = route.path().startsWith("/people") || route.path().startsWith("/stores");
      if (everywhere) {
        assertThat(status(route, "boss")).as(route.toString()).isEqualTo(403);
        assertThat(status(route, "owner")).as(route.toString()).isNotIn(401, 403, 500);
      } else if (route.path().startsWith("/s/")) {
        assertThat(status(route, "boss")).as(route.toString()).isNotIn(401, 403, 500);
      }
    }
  }

  @Test
  void aFormOfAnotherSiteChangesNothing() {
    for (Route route : routes()) {
      if (HttpMethod.POST.equals(route.method()) && !isOpen(route)) {
        MvcTestResult forged =
            browser.method(route.method()).uri(route.path()).with(as("owner")).exchange();
        assertThat(forged.getResponse().getStatus()).as(route.toString()).isEqualTo(403);
      }
    }
  }

  @Test
  void pagesForbidScriptsOfOthersAndFrames() {
    MvcTestResult page = browser.get().uri("/sign-in").exchange();
    assertThat(page).hasStatusOk();
    assertThat(page.getResponse().getHeader("Content-Security-Policy"))
        .contains("script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.getResponse().getHeader("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(page.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
  }
}
