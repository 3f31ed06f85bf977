package deskhand.server;

import deskhand.store.StoreMode;
import deskhand.store.Stores;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// "Stop all sending", for everybody; and what the assistant may do at all, for administrators.
@Controller
@RequestMapping("/s/{store}")
class BrakeController {
  private final Stores stores;
  private final Audit audit;

  BrakeController(Stores stores, Audit audit) {
    this.stores = stores;
    this.audit = audit;
  }

  @PostMapping("/brake")
  String brake(
      Visit visit,
      @RequestParam boolean stopped,
      @RequestHeader(name = HttpHeaders.REFERER, defaultValue = "") String from) {
    stores.setStopped(visit.id(), stopped);
    audit.note(visit, stopped ? Audit.What.STOPPED : Audit.What.RESUMED, "");
    return "redirect:" + back(visit, from);
  }

  @PostMapping("/admin/mode")
  String mode(
      Visit visit,
      @RequestParam StoreMode mode,
      @RequestHeader(name = HttpHeaders.REFERER, defaultValue = "") String from) {
    stores.setMode(visit.id(), mode);
    audit.note(visit, Audit.What.MODE_CHANGED, mode.name());
    return "redirect:" + back(visit, from);
  }

  /// The page that the button stood on: only its path below this store is taken from what the
  /// browser says.
  private static String back(Visit visit, String from) {
    int path = from.indexOf(visit.path(""));
    String rest = path < 0 ? "" : from.substring(path);
    return rest.matches("/s/\\d+/[a-zA-Z0-9/_.?=&%+-]*") ? rest : visit.path("inbox");
  }
}
