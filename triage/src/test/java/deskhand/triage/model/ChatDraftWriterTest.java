package deskhand.triage.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import deskhand.store.StoreId;
import deskhand.triage.DraftWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatDraftWriterTest {
  private static final WireMockServer SERVER = new WireMockServer(options().dynamicPort());
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-09-15T11:00:00Z"), ZoneOffset.UTC);
  private static final String LINES =
      "{\\\"lines\\\":[{\\\"text\\\":\\\"It is on its way.\\\",\\\"from\\\":[1]}]}";
  private static final DraftWriter.Draft DRAFT =
      new DraftWriter.Draft(List.of(new DraftWriter.Draft.Line("It is on its way.", List.of(1))));

  @BeforeAll
  static void start() {
    SERVER.start();
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @BeforeEach
  void reset() {
    SERVER.resetAll();
  }

  private static ModelSettings settings(
      ModelSettings.Provider provider, Duration time, int perDay) {
    String path = provider == ModelSettings.Provider.OLLAMA ? "" : "/v1/";
    return new ModelSettings(
        provider,
        SERVER.baseUrl() + path,
        "small",
        "secret-key",
        new ModelSettings.Limits(time, perDay, List.of()));
  }

  private static DraftWriter writer(ModelSettings.Provider provider) {
    return ModelConfiguration.writer(settings(provider, Duration.ofSeconds(5), 100), CLOCK);
  }

  private static DraftWriter.Brief brief() {
    return new DraftWriter.Brief(
        new StoreId(1),
        Locale.ENGLISH,
        "Where is [ORDER_1]?",
        List.of("Your order [ORDER_1] is in transit."));
  }

  private static String answer(ModelSettings.Provider provider, String content) {
    return switch (provider) {
      case OPENAI ->
          "{\"id\":\"1\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
              + content
              + "\"},\"finish_reason\":\"stop\"}]}";
      case ANTHROPIC ->
          "{\"id\":\"1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"small\",\"content\":[{\"type\":\"text\",\"text\":\""
              + content
              + "\"}],\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}";
      case OLLAMA ->
          "{\"model\":\"small\",\"message\":{\"role\":\"assistant\",\"content\":\""
              + content
              + "\"},\"done\":true}";
      case NONE -> "";
    };
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI", "ANTHROPIC", "OLLAMA"})
  void readsTheDraftOfEachProvider(ModelSettings.Provider provider) {
    SERVER.stubFor(post(anyUrl()).willReturn(okJson(answer(provider, LINES))));
    assertThat(writer(provider).write(brief())).contains(DRAFT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I cannot help with that.",
        "{\\\"lines\\\":",
        "{\\\"lines\\\":[]}",
        "{\\\"lines\\\":[{\\\"from\\\":[1]}]}",
        ""
      })
  void babbleIsNoDraft(String content) {
    SERVER.stubFor(
        post(anyUrl()).willReturn(okJson(answer(ModelSettings.Provider.OPENAI, content))));
    assertThat(writer(ModelSettings.Provider.OPENAI).write(brief())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 429, 500, 503})
  void aRefusingServerGivesNoDraftAndIsAskedOnce(int status) {
    SERVER.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(status).withBody("no")));
    assertThat(writer(ModelSettings.Provider.OPENAI).write(brief())).isEmpty();
    SERVER.verify(1, postRequestedFor(anyUrl()));
  }

  @Test
  void aSlowServerGivesNoDraftInTime() {
    SERVER.stubFor(
        post(anyUrl())
            .willReturn(
                okJson(answer(ModelSettings.Provider.OPENAI, LINES)).withFixedDelay(5_000)));
    DraftWriter writer =
        ModelConfiguration.writer(
            settings(ModelSettings.Provider.OPENAI, Duration.ofMillis(300), 100), CLOCK);
    long start = System.nanoTime();
    assertThat(writer.write(brief())).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void theDaysBudgetEndsTheCalls() {
    SERVER.stubFor(post(anyUrl()).willReturn(okJson(answer(ModelSettings.Provider.OPENAI, LINES))));
    DraftWriter writer =
        ModelConfiguration.writer(
            settings(ModelSettings.Provider.OPENAI, Duration.ofSeconds(5), 1), CLOCK);
    assertThat(writer.write(brief())).isPresent();
    assertThat(writer.write(brief())).isEmpty();
    SERVER.verify(1, postRequestedFor(anyUrl()));
  }

  @Test
  void withoutSettingsThereIsNoModel() {
    ModelSettings none =
        new ModelSettings(
            ModelSettings.Provider.NONE,
            "",
            "",
            "",
            new ModelSettings.Limits(Duration.ofSeconds(1), 1, List.of()));
    assertThat(ModelConfiguration.writer(none, CLOCK).write(brief())).isEqualTo(Optional.empty());
    assertThat(settings(ModelSettings.Provider.OPENAI, Duration.ofSeconds(1), 1).toString())
        .doesNotContain("secret-key");
    assertThatThrownBy(() ->
            new ModelSettings(
                ModelSettings.Provider.OLLAMA,
                "",
                "",
                "",
                new ModelSettings.Limits(Duration.ofSeconds(1), 1, List.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
