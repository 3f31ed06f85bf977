package deskhand.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import deskhand.store.Stores;
import deskhand.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/// Takes the pictures of `docs/pictures` from a fresh demo; `docs/pictures/take` puts them there.
@SpringBootTest(
    classes = Deskhand.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("long")
class PicturesTest {
  private static final Path FOLDER = Path.of("target", "pictures");
  private static final long MOST_BYTES = 200_000;

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Stores stores;

  private DemoWindow window;

  @BeforeAll
  void aMailWasAnsweredByItself() {
    setDefaultAssertionTimeout(DemoWindow.SLOW);
    window = new DemoWindow();
    Page page = signedIn(DemoWindow.Size.DESK, ColorScheme.LIGHT);
    page.navigate(store() + "/demo/write?sample=1");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the email")).click();
    assertThat(page.locator("#box .message.assistant").first()).isVisible();
  }

  @AfterAll
  void closeTheBrowser() {
    window.close();
  }

  @Test
  void theInboxWithItsEvidenceOpen() {
    Page page = answered(DemoWindow.Size.DESK, ColorScheme.LIGHT);
    page.locator(".message.assistant a.proof").first().click();
    assertThat(page.locator(".sources details[open] .shown mark").first()).isVisible();
    take(page, "inbox.png");
  }

  @Test
  void theInboxOnAPhoneInTheDark() {
    Page page = answered(DemoWindow.Size.PHONE, ColorScheme.DARK);
    page.locator("#rows .row").first().click();
    assertThat(page.locator(".message.assistant a.proof").first()).isVisible();
    take(page, "inbox-phone-dark.png");
  }

  private String store() {
    return "/s/" + stores.all().getFirst().id();
  }

  private Page answered(DemoWindow.Size size, ColorScheme scheme) {
    Page page = signedIn(size, scheme);
    page.navigate(store() + "/inbox?view=answered-by-itself");
    assertThat(page.locator("#rows .row").first()).containsText("Oliver Grant");
    return page;
  }

  private Page signedIn(DemoWindow.Size size, ColorScheme scheme) {
    Page page = window.open("http://localhost:" + port, size, scheme);
    page.navigate(
        people
            .link(people.byLogin("admin").orElseThrow().id(), OneTimeLink.Leads.STRAIGHT_IN)
            .path());
    return page;
  }

  private static void take(Page page, String name) {
    try {
      Files.createDirectories(FOLDER);
      Path file = FOLDER.resolve(name);
      Files.write(file, FewColours.of(page.screenshot()));
      assertThat(Files.size(file)).isLessThan(MOST_BYTES);
    } catch (IOException broken) {
      throw new AssertionError("the picture cannot be written", broken);
    }
  }
}
