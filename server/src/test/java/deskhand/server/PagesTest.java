package deskhand.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import deskhand.store.Stores;
import deskhand.store.TestDatabase;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.ActiveProfiles;

/// The demo's pages in a real browser: what people and customers do there, and whether everybody
/// can use them.
@SpringBootTest(
    classes = Deskhand.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "deskhand.inbox.undo=0s")
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
  private static final String NOWHERE = "/nowhere";

  /// What can be pressed, stands by itself and is lower or narrower than 24 px.
  private static final String TOO_SMALL =
      """
      () => [...document.querySelectorAll('a, button, summary, select, label.pick')]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('p'))
        .filter((one) => {
          const { width, height } = one.getBoundingClientRect();
          return width > 0 && (width < 24 || height < 24);
        })
        .map((one) => one.outerHTML.slice(0, 120))
      """;

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Stores stores;

  private DemoWindow window;
  private Page page;

  @BeforeAll
  void openTheBrowser() {
    setDefaultAssertionTimeout(DemoWindow.SLOW);
    window = new DemoWindow();
  }

  @AfterAll
  void closeTheBrowser() {
    window.close();
  }

  @BeforeEach
  void openAPage() {
    open(1440, ColorScheme.LIGHT);
  }

  @AfterEach
  void nothingWasComplainedAbout() {
    window.leave();
    assertThat(window.complaints()).isEmpty();
  }

  private void open(int width, ColorScheme scheme) {
    page = window.open("http://localhost:" + port, new DemoWindow.Size(width, 900), scheme);
  }

  private void signIn() {
    Person robin = people.byLogin("admin").orElseThrow();
    page.navigate(people.link(robin.id(), OneTimeLink.Leads.STRAIGHT_IN).path());
  }

  private String store() {
    return "/s/" + stores.all().getFirst().id();
  }

  private void press(String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private static void slowly(Locator locator, String text) {
    assertThat(locator)
        .containsText(
            text, new LocatorAssertions.ContainsTextOptions().setTimeout(DemoWindow.SLOW));
  }

  @Test
  void theLinkLeadsStraightIntoTheInbox() {
    signIn();
    assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/s/\\d+/inbox.*"));
    assertThat(page.locator("#views .shop")).hasText("Juniper Lane");
    assertThat(page.locator("#rows .row").first()).isVisible();
    assertThat(page.locator("#talk h1")).isVisible();
  }

  @Test
  void whoeverIsNotSignedInIsAskedFirstAndThenBroughtBack() {
    people
        .add("visitor", "Visitor", true, Map.of())
        .ifPresent(person ->
            people.choosePassword(
                people.link(person.id(), OneTimeLink.Leads.TO_A_PASSWORD), "a long password"));
    page.navigate(store() + "/knowledge");
    page.getByLabel("Log-in").fill("visitor");
    page.getByLabel("Password").fill("a long password");
    press("Sign in");
    assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/knowledge.*"));
  }

  @Test
  void aMailWrittenAsACustomerIsAnsweredOnTheSamePage() {
    signIn();
    page.navigate(store() + "/demo/write?sample=1");
    press("Send the email");
    slowly(page.locator("#box .message.customer").last(), "1017");
    assertThat(page.locator("#box .message.assistant").first())
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(DemoWindow.SLOW));
  }

  @Test
  void aVisitorChatsAndMissesNothingAfterReloading() {
    page.navigate("/chat/" + stores.all().getFirst().id());
    page.getByLabel("Your message").fill("How long can I return something?");
    page.keyboard().press("Enter");
    assertThat(page.locator(".line.me")).containsText("How long can I return something?");
    Locator answer = page.locator(".line:not(.me):not(#writing)").nth(1);
    assertThat(answer)
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(DemoWindow.SLOW));
    String said = answer.innerText();
    page.reload();
    slowly(page.locator("#lines"), said.lines().findFirst().orElse(""));
    assertThat(page.locator(".line.me")).hasCount(1);
  }

  @Test
  void aContactFormSaysWhereTheAnswerGoes() {
    page.navigate("/contact/" + stores.all().getFirst().id());
    page.getByLabel("Your email address").fill("kim@example.org");
    page.getByLabel("Your message").fill("Do you ship to Malta?");
    press("Send");
    assertThat(page.locator(".notice")).containsText("kim@example.org");
  }

  @Test
  void filesAreUploadedWithAResultForEach() {
    signIn();
    page.navigate(store() + "/knowledge");
    page.getByLabel("Files")
        .setInputFiles(
            new com.microsoft.playwright.options.FilePayload[] {
              new com.microsoft.playwright.options.FilePayload(
                  "malta.md",
                  "text/markdown",
                  "# Malta\n\nParcels to Malta take 9 days.\n"
                      .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
              new com.microsoft.playwright.options.FilePayload(
                  "picture.exe", "application/x-msdownload", new byte[] {1, 2, 3})
            });
    press("Publish");
    assertThat(page.locator(".notice li")).hasCount(2);
    assertThat(page.locator(".notice .fine")).containsText("malta, version 1");
    assertThat(page.locator(".notice .late")).isVisible();
    page.getByLabel("Try a question").fill("parcel to Malta");
    slowly(page.locator("#found"), "Parcels to Malta take 9 days.");
  }

  @Test
  void theStyleSheetIsSmall() throws IOException {
    assertThat(new ClassPathResource("static/look/look.css").contentLength()).isLessThan(12 * 1024);
  }

  /// In turn where somebody meets a page, and where its dark sister is narrowest; both in the long
  /// form.
  @ParameterizedTest
  @MethodSource("paths")
  void everybodyCanUseEveryPage(String path) {
    if (paths().indexOf(path) % 2 == 0) {
      see(path, 1440, ColorScheme.LIGHT);
    } else {
      see(path, 320, ColorScheme.DARK);
    }
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("paths")
  void everybodyCanUseEveryPageInLightAndDarkAndAtEveryWidth(String path) {
    for (int width : List.of(320, 360, 768, 1440)) {
      see(path, width, ColorScheme.LIGHT);
      see(path, width, ColorScheme.DARK);
    }
  }

  static List<String> paths() {
    return List.of(
        "/sign-in",
        "/chat/{store}",
        "/contact/{store}",
        "/s/{store}/inbox?view=escalated",
        "/s/{store}/inbox?view=mine",
        "/s/{store}/knowledge",
        "/s/{store}/knowledge?q=return",
        "/s/{store}/knowledge/returns/1",
        "/s/{store}/failed",
        "/s/{store}/unreadable",
        "/s/{store}/admin/mailbox",
        "/s/{store}/demo/write",
        "/s/{store}/demo/clock",
        "/people",
        "/stores",
        NOWHERE);
  }

  private void see(String path, int width, ColorScheme scheme) {
    open(width, scheme);
    if (!path.equals("/sign-in")) {
      signIn();
    }
    page.navigate(path.replace("{store}", stores.all().getFirst().id().toString()));
    int over =
        (Integer) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
    assertThat(over).as("%s at %s px scrolls sideways", path, width).isLessThanOrEqualTo(0);
    List<Rule> broken = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
    assertThat(broken)
        .as("%s at %s px, %s", path, width, scheme)
        .extracting(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
        .isEmpty();
    assertThat(page.evaluate(TOO_SMALL))
        .as("%s at %s px has targets below 24 px", path, width)
        .isEqualTo(List.of());
    window.complaints().removeIf(complaint -> path.equals(NOWHERE));
  }
}
