package deskhand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import deskhand.conversations.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From a customer's question to the answer in their hands, with every part real.
class EndToEndTest {
  @TempDir static Path data;
  private static RunningShop shop;

  @BeforeAll
  static void start() {
    shop = new RunningShop(data);
  }

  @AfterAll
  static void stop() {
    shop.close();
  }

  @Test
  void aMailIsAnsweredInItsThread() throws MessagingException {
    String asked = shop.write("ann@one.example", "A lamp", RunningShop.QUESTION);
    MimeMessage answer = shop.answerTo("ann@one.example");
    assertThat(RunningShop.text(answer)).contains(RunningShop.ANSWER);
    assertThat(answer.getHeader("In-Reply-To")).containsExactly(asked);
    assertThat(answer.getHeader("References", " ")).contains(asked);
    assertThat(answer.getHeader("Auto-Submitted")).containsExactly("auto-replied");
    assertThat(answer.getMessageID()).endsWith("@lamps.example>").isNotEqualTo(asked);
    assertThat(answer.getSubject()).isEqualTo("Re: A lamp");
    assertThat(answer.getFrom()[0].toString()).contains(RunningShop.ADDRESS);
    assertThat(answer.getContentType()).startsWith("multipart/alternative");

    shop.write(
        "ann@one.example",
        "Re: A lamp",
        "I want to speak to a person, please.",
        "In-Reply-To: " + answer.getMessageID(),
        "References: " + asked + " " + answer.getMessageID());
    await().atMost(RunningShop.PATIENCE).until(() -> incoming("ann@one.example") == 2);
    assertThat(shop.conversations("ann@one.example")).hasSize(1);
  }

  @Test
  void aChatMessageIsAnsweredInTheChat() {
    String token = begin();
    post(token, "1", RunningShop.QUESTION);
    await().atMost(RunningShop.PATIENCE).until(() -> said(token).contains(RunningShop.ANSWER));
  }

  @Test
  void nothingIsLostOrSaidTwiceWhenPostgresqlDiesInBetween() {
    String token = begin();
    shop.write("bea@two.example", "First", RunningShop.QUESTION);
    shop.answerTo("bea@two.example");

    shop.killDatabase();
    shop.write("cay@three.example", "Second", RunningShop.QUESTION);
    await()
        .atMost(RunningShop.PATIENCE)
        .ignoreException(UncheckedIOException.class)
        .until(() -> post(token, "1", RunningShop.QUESTION).statusCode() == 200);

    assertThat(RunningShop.text(shop.answerTo("cay@three.example"))).contains(RunningShop.ANSWER);
    await().atMost(RunningShop.PATIENCE).until(() -> said(token).contains(RunningShop.ANSWER));
    for (String customer : List.of("bea@two.example", "cay@three.example")) {
      assertThat(shop.got(customer)).hasSize(1);
      assertThat(incoming(customer)).isEqualTo(1);
    }
  }

  private static long incoming(String address) {
    return shop.stored(address).stream().filter(Message::incoming).count();
  }

  private static String begin() {
    return json(shop.post("/start", "", "{}")).path("token").asString();
  }

  private static HttpResponse<String> post(String token, String id, String text) {
    return shop.post(
        "/messages",
        token,
        JsonMapper.shared().writeValueAsString(java.util.Map.of("id", id, "text", text)));
  }

  /// All that the visitor was told.
  private static String said(String token) {
    StringBuilder said = new StringBuilder();
    for (JsonNode line : json(shop.read("/lines", token))) {
      if (!line.path("from").asString().equals("me")) {
        said.append(line).append('\n');
      }
    }
    return said.toString();
  }

  private static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }
}
