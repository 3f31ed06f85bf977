package deskhand.server.live;

import deskhand.server.Streams;
import deskhand.server.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The stream of a store's change numbers: one a browser, no content. Its first event says "look
/// again", so that a browser misses nothing that happened before, or while it was away.
@Controller
class LiveController {
  private final Streams streams;

  LiveController(Streams streams) {
    this.streams = streams;
  }

  @GetMapping(path = "/s/{store}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> live(Visit visit) {
    return streams
        .open(
            visit.id(),
            "person " + visit.person().login(),
            (emitter, number) ->
                emitter.send(
                    SseEmitter.event()
                        .id(Long.toString(number))
                        .name("change")
                        .data(Long.toString(number))))
        .map(opened ->
            ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .body(opened))
        .orElseGet(() -> ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build());
  }
}
