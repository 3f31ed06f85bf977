package deskhand.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import deskhand.conversations.Author;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Conversations;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import deskhand.store.TestDatabase;
import deskhand.triage.Examples;
import deskhand.triage.IntentClassifier;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/// A day of the shop's people on the demo's pages, in a real browser.
@SpringBootTest(
    classes = Deskhand.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "deskhand.inbox.undo=0s")
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentPagesTest {
  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Stores stores;
  @Autowired Examples examples;
  @Autowired Conversations conversations;

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
    open(DemoWindow.Size.DESK);
  }

  @AfterEach
  void nothingWasComplainedAbout() {
    window.leave();
    assertThat(window.complaints()).isEmpty();
  }

  private void open(DemoWindow.Size size) {
    page = window.open("http://localhost:" + port, size, ColorScheme.LIGHT);
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

  private Locator row(String who) {
    return page.locator("#rows .row", new Page.LocatorOptions().setHasText(who)).first();
  }

  private static void slowly(Locator locator, String text) {
    assertThat(locator)
        .containsText(
            text, new LocatorAssertions.ContainsTextOptions().setTimeout(DemoWindow.SLOW));
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
    press("Stop all sending");
    assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/knowledge"));
    assertThat(page.locator("#views-brake")).containsText("stopped");
    assertThat(stores.all().getFirst().stopped()).isTrue();
    press("Let it send again");
    assertThat(page.locator("#views-brake")).containsText("is answering");
  }

  @Test
  void aWrongIntentIsCorrectedByOnePressAndLearnt() {
    signIn();
    page.navigate(store() + "/inbox?view=all&q=Besnard");
    row("Lucie Besnard").click();
    assertThat(page.locator("#talk .head p")).containsText("Lucie Besnard");
    page.locator("#facts summary", new Page.LocatorOptions().setHasText("Correct this")).click();
    press("Complaint");
    slowly(page.locator("#facts [id^=f-understood]"), "Complaint");
    slowly(page.locator("#toast"), "understood so");
    assertThat(page.locator("#facts .menu[open]")).hasCount(0);
    assertThat(examples.of(stores.all().getFirst().id()))
        .extracting(IntentClassifier.Example::label)
        .contains("complaint/service");
  }

  @Test
  void aRowSaysWhatItIsAboutInsteadOfAGreeting() {
    signIn();
    page.navigate(store() + "/inbox?view=all&q=Exception");
    assertThat(row("Inés Vargas").locator(".said b")).containsText("on my parcel");
    assertThat(row("Inés Vargas").locator(".said")).containsText("Sent: GLS reported");
    assertThat(row("Inés Vargas").locator(".said")).not().containsText("Hello");
  }

  @Test
  void anEmptyViewLeadsOn() {
    signIn();
    page.navigate(store() + "/inbox?view=spam&q=nothing-like-this");
    page.getByText("Search all conversations").click();
    assertThat(page).hasURL(Pattern.compile(".*view=all&q=nothing-like-this"));
    assertThat(page.locator("#r-none")).containsText("Nothing matches");
  }

  @Test
  void menusAreWalkedByKeys() {
    signIn();
    page.navigate(store() + "/inbox?view=all");
    page.keyboard().press("z");
    Locator entries = page.locator("[id^=snooze] button");
    assertThat(entries.first()).isVisible();
    page.keyboard().press("ArrowDown");
    assertThat(entries.first()).isFocused();
    page.keyboard().press("m");
    assertThat(entries.nth(2)).isFocused();
    page.keyboard().press("Escape");
    assertThat(entries.first()).isHidden();
    assertThat(page.locator("[id^=snooze] summary")).isFocused();
  }

  @Test
  void theFocusStaysWhereItIsWhenTheConversationChanges() {
    signIn();
    page.navigate(store() + "/inbox?view=all&q=Exception");
    row("Inés Vargas").click();
    Locator close = page.locator("#talk [data-key=e]");
    close.focus();
    StoreId id = stores.all().getFirst().id();
    Conversations.Filter hers =
        new Conversations.Filter(Conversations.View.ALL, "Inés Vargas", Optional.empty());
    ConversationId exception =
        conversations.list(id, hers, Optional.empty(), 1).rows().getFirst().conversation().id();
    conversations.assign(
        id, exception, people.byLogin("mia").map(Person::id), new Author.Program());
    slowly(page.locator("#talk .head p"), "assigned to Mia");
    assertThat(close).isFocused();
  }

  @Test
  void onAPhoneTheReplyGivesWayToWhatWasSaid() {
    open(DemoWindow.Size.PHONE);
    signIn();
    page.navigate(store() + "/inbox?view=all&q=Exception");
    row("Inés Vargas").click();
    assertThat(page.locator("#talk h1")).isVisible();
    assertThat(page.locator("#compose-foot")).isHidden();
    page.locator("#compose textarea").click();
    assertThat(page.locator("#compose-foot")).isVisible();
    double thread = page.locator(".thread").boundingBox().height;
    assertThat(thread).isGreaterThan(200);
  }

  @Test
  void nobodyIsRemovedByOnePress() {
    signIn();
    people.add("temp", "Temp", true, Map.of());
    page.navigate("/people");
    assertThat(page.getByText("Remove Temp")).isHidden();
    page.locator("tr", new Page.LocatorOptions().setHasText("Temp")).locator("summary").click();
    press("Remove Temp");
    assertThat(page.locator(".notice")).containsText("Removed");
  }

  @Test
  void whatTheStoreSendsByItselfIsSeenWithTheClockMovedOnAndAnswered() {
    signIn();
    page.navigate(store() + "/demo/clock");
    press("Ship it #1049");
    page.locator(".notice a").click();
    slowly(page.locator("#box .message.assistant").last(), "1049");
    page.navigate(store() + "/demo/clock");
    press("Deliver it #1049");
    assertThat(page.locator(".notice")).containsText("delivered");
    press("Ten days later");
    assertThat(page.locator(".notice")).containsText("moved");
    page.navigate(store() + "/demo/write?as=declan.foley@example.org");
    assertThat(page.locator("#box .message.assistant")).hasCount(2);
    page.getByText("Answer this email").last().click();
    page.getByLabel("Text").fill("They are lovely, thank you!");
    press("Send the email");
    slowly(page.locator("#box .message.customer").last(), "They are lovely");
    page.navigate(store() + "/inbox?view=all&q=Declan");
    row("Declan Foley").click();
    slowly(page.locator(".thread"), "They are lovely, thank you!");
    assertThat(page.locator(".message.flow")).isVisible();
    assertThat(page.locator("#facts")).containsText("Order #1049");
  }
}
