package deskhand.server.chat;

import deskhand.conversations.Chats;
import deskhand.server.Streams;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import deskhand.store.Stores;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The chat by HTTP: start, message, lines, events. The visitor's token goes in the header
/// `Authorization: Bearer …`, never in an address. No cookie, and no other site may call it.
@RestController
@RequestMapping("/api/chat/{store}")
class ChatApi {
  /// Bytes of the largest body; more than any message that is taken.
  private static final int LARGEST = 128 * 1024;

  private static final int HISTORY = 200;
  private static final String BEARER = "Bearer ";

  private final Chats chats;
  private final Stores stores;
  private final Streams streams;
  private final ChatLines lines;
  private final JsonMapper json;

  ChatApi(Chats chats, Stores stores, Streams streams, ChatLines lines, JsonMapper json) {
    this.chats = chats;
    this.stores = stores;
    this.streams = streams;
    this.lines = lines;
    this.json = json;
  }

  /// Begins a chat: `{"name", "address", "identity": {"address", "signature"}}`, all optional.
  /// Answers `{"token"}`.
  @PostMapping("/start")
  ResponseEntity<Map<String, Object>> start(
      @PathVariable StoreId store, HttpServletRequest request) {
    JsonNode body = body(store, request);
    Optional<EmailAddress> signed = EmailAddress.parse(text(body.path("identity"), "address"));
    Chats.Arrival arrival =
        new Chats.Arrival(
            request.getRemoteAddr(),
            text(body, "name"),
            EmailAddress.parse(text(body, "address")),
            signed.map(
                address -> new Chats.Identity(address, text(body.path("identity"), "signature"))));
    return switch (chats.start(store, arrival)) {
      case Chats.Started.Begun begun -> ResponseEntity.ok(Map.of("token", begun.token()));
      case Chats.Started.Refused refused -> refused(refused.why());
    };
  }

  /// Takes a message, `{"id", "text"}`; the same id twice is the same message. Answers
  /// `{"number"}`.
  @PostMapping("/messages")
  ResponseEntity<Map<String, Object>> message(
      @PathVariable StoreId store,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String token,
      HttpServletRequest request) {
    JsonNode body = body(store, request);
    Chats.Post post =
        new Chats.Post(text(body, "id"), text(body, "text").strip(), request.getRemoteAddr());
    return answer(chats.post(store, bearer(token), post));
  }

  /// Takes a message of a contact form, `{"id", "address", "name", "subject", "text"}`; it is
  /// answered by mail.
  @PostMapping("/form")
  ResponseEntity<Map<String, Object>> form(
      @PathVariable StoreId store, HttpServletRequest request) {
    JsonNode body = body(store, request);
    Optional<EmailAddress> address = EmailAddress.parse(text(body, "address"));
    if (address.isEmpty()) {
      return refusal(HttpStatus.UNPROCESSABLE_CONTENT, "NO_ADDRESS");
    }
    return answer(
        chats.form(
            store,
            new Chats.Form(
                text(body, "id"),
                address.get(),
                text(body, "name"),
                text(body, "subject"),
                text(body, "text").strip(),
                request.getRemoteAddr())));
  }

  /// What was said after that number, oldest first, 200 at most: `[{"number", "from", …}]`.
  @GetMapping("/lines")
  ResponseEntity<List<ChatLines.Said>> history(
      @PathVariable StoreId store,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String token,
      @RequestParam(defaultValue = "0") long after) {
    existing(store);
    return chats
        .lines(store, bearer(token), Math.max(0, after))
        .map(found -> ResponseEntity.ok(lines.of(store, found)))
        .orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED).build());
  }

  /// Who the store takes the visitor for: `{"name", "proven"}`.
  @GetMapping("/visitor")
  ResponseEntity<Map<String, Object>> visitor(
      @PathVariable StoreId store,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String token) {
    existing(store);
    return chats
        .visitor(store, bearer(token))
        .map(visitor ->
            ResponseEntity.ok(
                Map.<String, Object>of("name", visitor.name(), "proven", visitor.proven().name())))
        .orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED).build());
  }

  /// The same as `lines`, as events: each line under its number, so that a stream that begins again
  /// with `Last-Event-ID` misses nothing.
  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> events(
      @PathVariable StoreId store,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String token,
      @RequestHeader(name = "Last-Event-ID", defaultValue = "0") String last,
      HttpServletRequest request) {
    existing(store);
    String visitor = bearer(token);
    if (chats.visitor(store, visitor).isEmpty()) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
    AtomicLong seen = new AtomicLong(last.matches("\\d{1,18}") ? Long.parseLong(last) : 0);
    Streams.Feed feed = (emitter, number) -> feed(emitter, store, visitor, seen);
    return streams
        .open(store, "visitor " + request.getRemoteAddr(), feed)
        .map(opened ->
            ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .body(opened))
        .orElseGet(() -> ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build());
  }

  private void feed(SseEmitter emitter, StoreId store, String visitor, AtomicLong seen)
      throws IOException {
    List<Chats.Line> found;
    do {
      found = chats.lines(store, visitor, seen.get()).orElse(List.of());
      for (ChatLines.Said said : lines.of(store, found)) {
        emitter.send(
            SseEmitter.event()
                .id(Long.toString(said.number()))
                .name("line")
                .data(json.writeValueAsString(said)));
        seen.set(said.number());
      }
    } while (found.size() == HISTORY);
  }

  private static ResponseEntity<Map<String, Object>> answer(Chats.Posted posted) {
    return switch (posted) {
      case Chats.Posted.Taken taken -> ResponseEntity.ok(Map.of("number", taken.number()));
      case Chats.Posted.Refused refused -> refused(refused.why());
    };
  }

  private static ResponseEntity<Map<String, Object>> refused(Chats.Refusal why) {
    return refusal(
        switch (why) {
          case EMPTY, NO_ID -> HttpStatus.UNPROCESSABLE_CONTENT;
          case TOO_LONG -> HttpStatus.CONTENT_TOO_LARGE;
          case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
          case UNKNOWN_VISITOR -> HttpStatus.UNAUTHORIZED;
          case WRONG_IDENTITY -> HttpStatus.FORBIDDEN;
        },
        why.name());
  }

  private static ResponseEntity<Map<String, Object>> refusal(HttpStatus status, String why) {
    return ResponseEntity.status(status).body(Map.of("refused", why));
  }

  private static String bearer(String header) {
    return header.startsWith(BEARER) ? header.substring(BEARER.length()).strip() : "";
  }

  private void existing(StoreId store) {
    if (stores.find(store).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private JsonNode body(StoreId store, HttpServletRequest request) {
    existing(store);
    try {
      byte[] bytes = request.getInputStream().readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
      }
      JsonNode body =
          json.readTree(
              bytes.length == 0 ? "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8) : bytes);
      if (!body.isObject()) {
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
      }
      return body;
    } catch (IOException | JacksonException broken) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
  }

  private static String text(JsonNode body, String field) {
    return body.path(field).isString() ? body.path(field).asString() : "";
  }

  @ExceptionHandler(ResponseStatusException.class)
  ResponseEntity<Map<String, Object>> refused(ResponseStatusException why) {
    HttpStatus status = HttpStatus.valueOf(why.getStatusCode().value());
    return refusal(status, status == HttpStatus.CONTENT_TOO_LARGE ? "TOO_LONG" : status.name());
  }
}
