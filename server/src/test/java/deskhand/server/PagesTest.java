package deskhand.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import deskhand.store.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final double SLOW = 30_000;
  private static final String NOWHERE = "/nowhere";
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Stores stores;

  private Playwright playwright;
  private Browser chromium;
  private BrowserContext context;
  private Page page;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  void openTheBrowser() {
    setDefaultAssertionTimeout(SLOW);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    String program =
        Optional.ofNullable(System.getenv("DESKHAND_CHROMIUM")).orElse("/usr/bin/chromium");
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(program))
                    .setChromiumSandbox(false)
                    .setArgs(
                        List.of(
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterAll
  void closeTheBrowser() {
    playwright.close();
  }

  @BeforeEach
  void openAPage() {
    open(1440, ColorScheme.LIGHT);
  }

  @AfterEach
  void nothingWasComplainedAbout() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  private void open(int width, ColorScheme scheme) {
    if (context != null) {
      context.close();
    }
    complaints.clear();
    context =
        chromium.newContext(
            new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setViewportSize(width, 900)
                .setColorScheme(scheme));
    page = context.newPage();
    page.setDefaultTimeout(SLOW);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
  }

  private void signIn() {
    Person robin = people.byLogin("admin").orElseThrow();
    page.navigate(people.link(robin.id(), OneTimeLink.Leads.STRAIGHT_IN).path());
  }

  private String store() {
    return "/s/" + stores.all().getFirst().id();
  }

  private static void slowly(Locator locator, String text) {
    assertThat(locator)
        .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(SLOW));
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
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/knowledge.*"));
  }

  @Test
  void aReplyIsWrittenInPlaceAndStandsInTheThread() {
    signIn();
    page.navigate(store() + "/inbox?view=escalated");
    Locator second = page.locator("#rows .row").nth(1);
    String who = second.locator(".who").innerText();
    second.click();
    assertThat(page.locator("#talk .head p")).containsText(who);
    page.keyboard().press("n");
    page.locator("#compose textarea").fill("Only for us");
    page.keyboard().press("Control+Enter");
    slowly(page.locator(".message.note").last(), "Only for us");
    page.keyboard().press("Escape");
    page.keyboard().press("r");
    page.locator("#compose textarea").fill("We look into it today.");
    page.keyboard().press("Control+Enter");
    slowly(page.locator(".message.agent").last(), "We look into it today.");
    assertThat(page.locator("#compose textarea")).hasValue("");
  }

  @Test
  void whatIsTypedStaysWhenSomethingElseHappens() {
    signIn();
    page.navigate(store() + "/inbox?view=all");
    page.locator("#compose textarea").fill("Half a sen");
    stores.setMode(stores.all().getFirst().id(), StoreMode.SUGGEST);
    slowly(page.locator("#views-brake"), "only suggests");
    assertThat(page.locator("#compose textarea")).hasValue("Half a sen");
    stores.setMode(stores.all().getFirst().id(), StoreMode.AUTOMATIC);
    slowly(page.locator("#views-brake"), "is answering");
    page.reload();
    assertThat(page.locator("#compose textarea")).hasValue("Half a sen");
    page.locator("#compose textarea").fill("");
  }

  @Test
  void keysWalkThroughTheList() {
    signIn();
    page.navigate(store() + "/inbox?view=all");
    String first = page.locator("#talk h1").innerText();
    page.keyboard().press("j");
    assertThat(page.locator("#rows .row").nth(1)).hasAttribute("aria-current", "true");
    assertThat(page.locator("#talk h1")).not().hasText(first);
    page.keyboard().press("k");
    assertThat(page.locator("#talk h1")).hasText(first);
    page.keyboard().press("?");
    assertThat(page.locator("dialog#keys")).isVisible();
  }

  @Test
  void aProvenPhraseOpensItsSourceInPlace() {
    signIn();
    page.navigate(store() + "/inbox?view=answered-by-itself&q=1042");
    page.locator("#rows .row", new Page.LocatorOptions().setHasText("Ana Moreau")).click();
    assertThat(page.locator("#talk .head p")).containsText("Ana Moreau");
    Locator phrase = page.locator(".message.assistant a.proof").first();
    phrase.click();
    assertThat(page.locator(".sources details[open] .shown mark").first()).isVisible();
  }

  @Test
  void everySendingCanBeStoppedFromAnyPage() {
    signIn();
    page.navigate(store() + "/knowledge");
    page.locator("#views-brake button").first().click();
    assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/knowledge"));
    assertThat(page.locator("#views-brake")).containsText("stopped");
    assertThat(stores.all().getFirst().stopped()).isTrue();
    page.locator("#views-brake button").first().click();
    assertThat(page.locator("#views-brake")).containsText("is answering");
  }

  @Test
  void aMailWrittenAsACustomerIsAnsweredOnTheSamePage() {
    signIn();
    page.navigate(store() + "/demo/write?sample=1");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the mail")).click();
    slowly(page.locator("#box .message.customer").last(), "1017");
    assertThat(page.locator("#box .message.assistant").first())
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SLOW));
  }

  @Test
  void aVisitorChatsAndMissesNothingAfterReloading() {
    page.navigate("/chat/" + stores.all().getFirst().id());
    page.getByLabel("Your message").fill("How long can I return something?");
    page.keyboard().press("Enter");
    assertThat(page.locator(".line.me")).containsText("How long can I return something?");
    Locator answer = page.locator(".line:not(.me):not(#writing)").nth(1);
    assertThat(answer).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SLOW));
    String said = answer.innerText();
    page.reload();
    slowly(page.locator("#lines"), said.lines().findFirst().orElse(""));
    assertThat(page.locator(".line.me")).hasCount(1);
  }

  @Test
  void aContactFormSaysWhereTheAnswerGoes() {
    page.navigate("/contact/" + stores.all().getFirst().id());
    page.getByLabel("Your mail address").fill("kim@example.org");
    page.getByLabel("Message").fill("Do you ship to Malta?");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send")).click();
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
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publish")).click();
    assertThat(page.locator(".notice li")).hasCount(2);
    assertThat(page.locator(".notice .fine")).containsText("malta, version 1");
    assertThat(page.locator(".notice .late")).isVisible();
    page.getByLabel("What would it find?").fill("parcel to Malta");
    slowly(page.locator("#found"), "Parcels to Malta take 9 days.");
  }

  /// Where somebody meets every page, and where its dark sister is narrowest.
  @ParameterizedTest
  @MethodSource("paths")
  void everybodyCanUseEveryPage(String path) {
    see(path, 1440, ColorScheme.LIGHT);
    see(path, 320, ColorScheme.DARK);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("paths")
  void everybodyCanUseEveryPageInLightAndDarkAndAtEveryWidth(String path) {
    for (int width : List.of(360, 768, 1440)) {
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
    complaints.removeIf(complaint -> path.equals(NOWHERE));
  }
}
