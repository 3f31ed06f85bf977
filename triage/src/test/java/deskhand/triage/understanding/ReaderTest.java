package deskhand.triage.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import deskhand.conversations.ChannelKind;
import deskhand.conversations.Kind;
import deskhand.conversations.Proven;
import deskhand.store.EmailAddress;
import deskhand.store.OpeningHours;
import deskhand.store.Store;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import deskhand.triage.Case;
import deskhand.triage.Examples;
import deskhand.triage.IntentClassifier.Example;
import deskhand.triage.Understanding;
import deskhand.triage.UnderstandingReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class ReaderTest {
  @Autowired UnderstandingReader reader;
  @Autowired Classifiers classifiers;
  @Autowired Examples examples;
  @Autowired Stores stores;

  private Store store;

  @BeforeEach
  void openStore() {
    store =
        stores.get(
            stores.create(
                new Store.Profile(
                    "Garden Shed",
                    "garden.example",
                    new EmailAddress("help@garden.example"),
                    "IE",
                    new Store.Habits(
                        ZoneOffset.UTC,
                        Locale.ENGLISH,
                        Currency.getInstance("EUR"),
                        new OpeningHours(Map.of(), Set.of()))),
                StoreMode.SUGGEST));
  }

  private Understanding read(String subject, String text, Case.Turn... history) {
    return reader.read(
        new Case(
            store,
            new Case.Writer(ChannelKind.EMAIL, Optional.empty(), "", Proven.NOTHING),
            List.of(new Case.Said(subject, text, "", Kind.MESSAGE, List.of())),
            List.of(history),
            Case.Standing.fresh(),
            Instant.EPOCH));
  }

  @Test
  void readsIntentLanguageAndQuestion() {
    Understanding read = read("", "Where is my parcel? I ordered it last week");
    assertThat(read.intent().intent()).isEqualTo("order/status");
    assertThat(read.language()).contains(Locale.ENGLISH);
    assertThat(read.asks())
        .containsExactly(
            new Understanding.Ask("Where is my parcel? I ordered it last week", read.intent()));
  }

  @Test
  void twoQuestionsHaveTheirOwnIntents() {
    Understanding read =
        read("", "Hi,\nhow much is shipping to Austria and can I pay with PayPal?\nThanks");
    assertThat(read.asks())
        .extracting(Understanding.Ask::text)
        .containsExactly("how much is shipping to Austria", "can I pay with PayPal?");
    assertThat(read.asks())
        .extracting(ask -> ask.intent().intent())
        .containsExactly("shipping/policy", "payment/methods");
    assertThat(read.entities().countries()).containsExactly("AT");
    assertThat(read.further()).isNotEmpty();
  }

  @Test
  void aFollowUpMeansWhatWasAskedBefore() {
    Understanding read =
        read(
            "",
            "and from austria?",
            new Case.Turn(Case.Turn.By.CUSTOMER, "what ways to pay are there from germany?"),
            new Case.Turn(Case.Turn.By.ASSISTANT, "By card or invoice."));
    assertThat(read.intent().intent()).isEqualTo("payment/methods");
    assertThat(read.asks())
        .extracting(Understanding.Ask::text)
        .containsExactly("and from austria?");
  }

  @Test
  void aSubjectAloneIsRead() {
    Understanding read = read("Please cancel my order", "");
    assertThat(read.intent().intent()).isEqualTo("order/cancel");
    assertThat(read.asks()).hasSize(1);
  }

  @Test
  void aNumberAloneAsksWhereTheOrderIs() {
    assertThat(read("8347 ????", "").intent().intent()).isEqualTo("order/status");
    assertThat(read("", "8347 ????").intent().confidence()).isGreaterThan(0.6);
  }

  @Test
  void anAbsenceWithoutHeadersIsAutomatic() {
    assertThat(read("Abwesenheitsnotiz: Ihre Bestellung", "Ich bin ab Montag wieder da.").intent())
        .isEqualTo(new Understanding.Guess("other/automatic", 0.95));
  }

  @Test
  void numberAndAddressAloneAskForTheOrder() {
    Understanding read = read("", "kim@example.org, 8004");
    assertThat(read.intent().intent()).isEqualTo("order/status");
    assertThat(read.entities().emails()).containsExactly("kim@example.org");
    assertThat(read.entities().postcodes()).contains("8004");
  }

  @Test
  void nothingAtAllIsUnclear() {
    assertThat(read("", "").asks()).isEmpty();
    assertThat(read("", "").intent().intent()).isEqualTo("other/unclear");
    assertThat(read("", "\u0000 \uD83D").intent().confidence()).isBetween(0.0, 1.0);
  }

  @Test
  void aMegabyteIsReadInTime() {
    read("", "warm");
    Understanding read =
        assertTimeout(
            Duration.ofSeconds(20),
            () -> read("x".repeat(100_000), "where is my order and what is ".repeat(35_000)));
    assertThat(read.asks().size()).isBetween(1, Asks.MOST);
  }

  @Test
  void aCorrectionCountsAtOnceAndIsLearnt() {
    String text = "my hedgehog house has a wobbly roof";
    read("", text);
    examples.learn(store.id(), new Example(text, "pets/hedgehog"), Optional.empty());
    assertThat(read("", text).intent().intent()).isEqualTo("pets/hedgehog");
    Examples.Stamp stamp = examples.stamp(store.id());
    await()
        .atMost(Duration.ofMinutes(3))
        .untilAsserted(() ->
            assertThat(classifiers.of(store.id()))
                .matches(taught -> taught.stamp().equals(stamp))
                .matches(taught ->
                    taught.classifier().rank(text).stream()
                        .anyMatch(guess -> guess.intent().equals("pets/hedgehog"))));
    assertThat(read("", "the roof of the hedgehog house wobbles").intent().intent())
        .isEqualTo("pets/hedgehog");
    examples.learn(store.id(), new Example(text, "warranty/claim"), Optional.empty());
    assertThat(read("", text).intent().intent()).isEqualTo("warranty/claim");
  }
}
