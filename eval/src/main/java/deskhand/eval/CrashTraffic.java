package deskhand.eval;

import deskhand.store.StoreId;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A steady stream of mails and chats while the program is killed. A chat visitor tries again, with the same message
/// id, until the program has said that it has the message: as the chat page does.
final class CrashTraffic {
  private static final Duration BETWEEN = Duration.ofMillis(400);
  private static final int CHAT_EVERY = 4;
  private static final int TRIES = 600;

  private final CrashMail mail;
  private final ServedProgram program;
  private final StoreId store;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Chat> chats = new ArrayList<>();
  private final Thread mails = Thread.ofVirtual().unstarted(this::write);
  private final List<Thread> visitors = new ArrayList<>();
  private volatile boolean running = true;

  /// A message that the program has taken.
  private record Chat(String token, String text) {}

  CrashTraffic(CrashMail mail, ServedProgram program, StoreId store) {
    this.mail = mail;
    this.program = program;
    this.store = store;
  }

  void start() {
    mails.start();
  }

  /// Writes nothing more, and waits until every visitor was heard.
  void stop() {
    running = false;
    join(mails);
    visitors.forEach(CrashTraffic::join);
  }

  /// The texts of all chat messages that the program has taken.
  Set<String> accepted() {
    synchronized (chats) {
      Set<String> texts = new HashSet<>();
      chats.forEach(chat -> texts.add(chat.text()));
      return texts;
    }
  }

  /// Whether every visitor sees a line that is not their own.
  boolean answered() {
    List<Chat> all;
    synchronized (chats) {
      all = List.copyOf(chats);
    }
    return all.stream().allMatch(chat -> lines(chat) > 1);
  }

  private void write() {
    for (int count = 0; running; count++) {
      String question = CrashEvaluation.QUESTIONS.get(count % CrashEvaluation.QUESTIONS.size());
      if (count % CHAT_EVERY == CHAT_EVERY - 1) {
        String text = question + " (visitor " + count + ")";
        visitors.add(Thread.ofVirtual().start(() -> chat(text)));
      } else {
        mail.write(question);
      }
      Waiting.pause(BETWEEN);
    }
  }

  private void chat(String text) {
    Optional<String> token = persistently("start", "", Map.of()).map(b -> b.path("token").asString());
    token.ifPresent(
        known -> {
          if (persistently("messages", known, Map.of("id", "m1", "text", text)).isPresent()) {
            synchronized (chats) {
              chats.add(new Chat(known, text));
            }
          }
        });
  }

  private Optional<JsonNode> persistently(String path, String token, Map<String, String> body) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<JsonNode> answer = post(path, token, body);
      if (answer.isPresent()) {
        return answer;
      }
      Waiting.pause(BETWEEN);
    }
    return Optional.empty();
  }

  private Optional<JsonNode> post(String path, String token, Map<String, String> body) {
    return sent(
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(JsonLines.JSON.writeValueAsString(body)))
            .build());
  }

  private int lines(Chat chat) {
    return sent(request("lines", chat.token()).GET().build())
        .map(JsonNode::size)
        .orElse(0);
  }

  private HttpRequest.Builder request(String path, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(program.address("/api/chat/" + store + "/" + path))
            .timeout(Duration.ofSeconds(10));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private Optional<JsonNode> sent(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return response.statusCode() / 100 == 2
          ? Optional.of(JsonLines.JSON.readTree(response.body()))
          : Optional.empty();
    } catch (IOException away) {
      return Optional.empty();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(Duration.ofMinutes(5));
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}
