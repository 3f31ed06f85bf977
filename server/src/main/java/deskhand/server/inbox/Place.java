package deskhand.server.inbox;

import deskhand.conversations.ConversationId;
import deskhand.conversations.Conversations;
import deskhand.conversations.Conversations.View;
import deskhand.server.Shell;
import deskhand.server.Visit;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// Where a person is in the inbox: which view, what they search, how far the list is unrolled, and
/// which conversation is open.
///
/// @param rows how many rows of the list are shown
record Place(View view, String search, int rows, Optional<ConversationId> open) {
  static final int PAGE = 40;
  private static final int MOST_ROWS = 400;
  private static final int LONGEST_SEARCH = 200;

  Place {
    search = search.strip();
    search = search.substring(0, Math.min(search.length(), LONGEST_SEARCH));
    rows = Math.clamp(rows, PAGE, MOST_ROWS);
  }

  /// As the parameters of an address say; what is unknown is left out.
  static Place of(
      @Nullable String view, @Nullable String q, @Nullable Integer rows, @Nullable Long open) {
    return new Place(
        Arrays.stream(View.values())
            .filter(known -> Shell.slug(known).equals(view))
            .findFirst()
            .orElse(View.ESCALATED),
        q == null ? "" : q,
        rows == null ? PAGE : rows,
        Optional.ofNullable(open).map(ConversationId::new));
  }

  Conversations.Filter filter(Visit visit) {
    return new Conversations.Filter(view, search, Optional.of(visit.agent()));
  }

  Place opening(ConversationId conversation) {
    return new Place(view, search, rows, Optional.of(conversation));
  }

  Place in(View other) {
    return new Place(other, search, PAGE, Optional.empty());
  }

  Place further() {
    return new Place(view, search, rows + PAGE, open);
  }

  public boolean hasMore() {
    return rows < MOST_ROWS;
  }

  /// The address of this place as a page.
  public String page(Visit visit) {
    return address(visit.path("inbox") + open.map(id -> "/" + id).orElse(""), false);
  }

  /// The address of this place's parts, asked for after each change.
  public String parts(Visit visit) {
    return address(visit.path("inbox/parts"), true);
  }

  /// The address of something that is done with the open conversation.
  public String act(Visit visit, String what) {
    return address(visit.path("inbox/" + open.orElseThrow() + "/" + what), false);
  }

  private String address(String path, boolean withOpen) {
    UriComponentsBuilder uri =
        UriComponentsBuilder.fromPath(path).queryParam("view", Shell.slug(view));
    if (!search.isEmpty()) {
      uri.queryParam("q", "{q}");
    }
    if (rows > PAGE) {
      uri.queryParam("rows", rows);
    }
    if (withOpen) {
      open.ifPresent(id -> uri.queryParam("open", id.value()));
    }
    return search.isEmpty()
        ? uri.encode().build().toUriString()
        : uri.encode().buildAndExpand(search).toUriString();
  }
}
