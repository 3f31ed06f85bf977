package deskhand.server;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.store.StoreMode;
import deskhand.store.Stores;
import deskhand.store.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = Deskhand.class)
@AutoConfigureMockMvc
@Import(TestDatabase.class)
class ChatApiTest {
  @Autowired MockMvcTester visitor;
  @Autowired Stores stores;
  @Autowired JsonMapper json;

  private String api = "";

  @BeforeEach
  void aStore() {
    api = "/api/chat/" + stores.create(RightsTest.profile("Chatty"), StoreMode.OFF);
  }

  private MvcTestResult post(String path, String token, String body) {
    return visitor
        .post()
        .uri(api + path)
        .header("Authorization", "Bearer " + token)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  private String begin() throws Exception {
    MvcTestResult begun = post("/start", "", "{}");
    assertThat(begun).hasStatusOk();
    return json.readTree(begun.getResponse().getContentAsString()).path("token").asString();
  }

  private MvcTestResult lines(String token, long after) {
    return visitor
        .get()
        .uri(api + "/lines?after=" + after)
        .header("Authorization", "Bearer " + token)
        .exchange();
  }

  @Test
  void aMessageIsTakenOnceAndStandsInTheHistory() throws Exception {
    String token = begin();
    String message = "{\"id\":\"1\",\"text\":\"Do you ship to Malta?\"}";
    assertThat(post("/messages", token, message))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.number")
        .isEqualTo(1);
    assertThat(post("/messages", token, message)).hasStatusOk();
    assertThat(lines(token, 0)).bodyJson().extractingPath("$.length()").isEqualTo(1);
    assertThat(lines(token, 0)).bodyJson().extractingPath("$[0].from").isEqualTo("me");
    assertThat(lines(token, 1)).bodyJson().extractingPath("$.length()").isEqualTo(0);
  }

  @Test
  void aStrangersTokenOpensNothing() throws Exception {
    begin();
    assertThat(post("/messages", "guessed", "{\"id\":\"1\",\"text\":\"hi\"}")).hasStatus(401);
    assertThat(lines("guessed", 0)).hasStatus(401);
  }

  @Test
  void whatIsTooLargeEmptyOrNoJsonIsRefusedWithAReason() throws Exception {
    String token = begin();
    String large = "{\"id\":\"2\",\"text\":\"" + "x".repeat(1_000_000) + "\"}";
    assertThat(post("/messages", token, large))
        .hasStatus(413)
        .bodyJson()
        .extractingPath("$.refused")
        .isEqualTo("TOO_LONG");
    String longish = "{\"id\":\"2\",\"text\":\"" + "x".repeat(5_000) + "\"}";
    assertThat(post("/messages", token, longish)).hasStatus(413);
    assertThat(post("/messages", token, "{\"id\":\"2\",\"text\":\"  \"}"))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.refused")
        .isEqualTo("EMPTY");
    assertThat(post("/messages", token, "[1, 2")).hasStatus(400);
    assertThat(post("/messages", token, "{\"id\":\"3\",\"text\":\"still here\"}")).hasStatusOk();
  }

  @Test
  void anInventedIdentityIsNotBelieved() {
    assertThat(
            post(
                "/start",
                "",
                "{\"identity\":{\"address\":\"ana@example.org\",\"signature\":\"00\"}}"))
        .hasStatus(403);
  }

  @Test
  void noOtherSiteMayCallIt() {
    MvcTestResult asked =
        visitor
            .options()
            .uri(api + "/start")
            .header("Origin", "https://elsewhere.example")
            .header("Access-Control-Request-Method", "POST")
            .exchange();
    assertThat(asked.getResponse().getHeader("Access-Control-Allow-Origin")).isNull();
  }

  @Test
  void anUnknownStoreIsNoStore() {
    api = "/api/chat/999999";
    assertThat(post("/start", "", "{}")).hasStatus(404);
  }
}
