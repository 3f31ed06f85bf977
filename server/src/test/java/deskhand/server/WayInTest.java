package deskhand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import deskhand.store.TestDatabase;
import jakarta.servlet.http.Cookie;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(classes = Deskhand.class)
@AutoConfigureMockMvc
@Import(TestDatabase.class)
class WayInTest {
  private static final String PASSWORD = "four quiet words here";

  @Autowired MockMvcTester browser;
  @Autowired People people;
  @Autowired JdbcClient jdbc;

  private Person person(String login) {
    return people.add(login, login, true, Map.of()).orElseThrow();
  }

  private MvcTestResult choose(OneTimeLink link, String password) {
    return browser
        .post()
        .uri(link.path())
        .with(csrf())
        .param("password", password)
        .param("again", password)
        .exchange();
  }

  private MvcTestResult signIn(String login, String password) {
    return browser
        .post()
        .uri("/sign-in")
        .with(csrf())
        .param("login", login)
        .param("password", password)
        .exchange();
  }

  /// Whether whoever got that answer is signed in from then on.
  private boolean isIn(MvcTestResult result) {
    Cookie cookie = result.getResponse().getCookie("deskhand");
    return cookie != null
        && browser.get().uri("/people").cookie(cookie).exchange().getResponse().getStatus() == 200;
  }

  @Test
  void aLinkLetsInOnceAndItsTokenIsKeptNowhere() {
    OneTimeLink link = people.link(person("first").id(), OneTimeLink.Leads.TO_A_PASSWORD);
    assertThat(browser.get().uri(link.path()).exchange()).hasStatusOk();
    MvcTestResult chosen = choose(link, PASSWORD);
    assertThat(chosen).hasRedirectedUrl("/");
    assertThat(isIn(chosen)).isTrue();
    assertThat(isIn(choose(link, "another password"))).isFalse();
    assertThat(isIn(signIn("FIRST ", PASSWORD))).isTrue();
    assertThat(
            jdbc.sql("select link_hash from one_time_links")
                .query((row, n) -> row.getString(1))
                .list())
        .doesNotContain(link.token());
  }

  @Test
  void aNewLinkEndsTheOneBefore() {
    Person person = person("second");
    OneTimeLink before = people.link(person.id(), OneTimeLink.Leads.TO_A_PASSWORD);
    OneTimeLink after = people.link(person.id(), OneTimeLink.Leads.TO_A_PASSWORD);
    assertThat(people.look(before)).isEmpty();
    assertThat(people.look(after)).map(People.Invitation::person).contains(person);
  }

  @Test
  void shortPasswordsAreRefusedAndTheLinkStaysGood() {
    OneTimeLink link = people.link(person("third").id(), OneTimeLink.Leads.TO_A_PASSWORD);
    MvcTestResult chosen = choose(link, "short");
    assertThat(chosen).hasStatusOk();
    assertThat(isIn(chosen)).isFalse();
    assertThat(people.look(link)).isPresent();
  }

  @Test
  void guessingIsSlowedDownEvenForTheRightPassword() {
    OneTimeLink link = people.link(person("fourth").id(), OneTimeLink.Leads.TO_A_PASSWORD);
    choose(link, PASSWORD);
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("fourth", "wrong")).hasRedirectedUrl("/sign-in?wrong");
    }
    MvcTestResult right = signIn("fourth", PASSWORD);
    assertThat(right).hasRedirectedUrl("/sign-in?wait");
    assertThat(isIn(right)).isFalse();
  }

  @Test
  void anUnknownLogInHearsTheSameAsAWrongPassword() {
    assertThat(signIn("nobody-here", "wrong")).hasRedirectedUrl("/sign-in?wrong");
  }

  @Test
  void whoeverIsRemovedCannotSignInAgain() {
    Person person = person("fifth");
    choose(people.link(person.id(), OneTimeLink.Leads.TO_A_PASSWORD), PASSWORD);
    people.deactivate(person.id());
    assertThat(isIn(signIn("fifth", PASSWORD))).isFalse();
    assertThat(people.byLogin("fifth")).isEqualTo(Optional.empty());
  }

  @Test
  void passwordsAreHashedWithTheirAlgorithmNamed() {
    choose(people.link(person("sixth").id(), OneTimeLink.Leads.TO_A_PASSWORD), PASSWORD);
    assertThat(
            jdbc.sql("select password_hash from users where login = 'sixth'")
                .query((row, n) -> row.getString(1))
                .single())
        .startsWith("{bcrypt}")
        .doesNotContain(PASSWORD);
  }
}
