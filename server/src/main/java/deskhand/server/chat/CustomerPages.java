package deskhand.server.chat;

import deskhand.conversations.Chats;
import deskhand.server.PageLink;
import deskhand.server.Texts;
import deskhand.store.EmailAddress;
import deskhand.store.OpeningHours;
import deskhand.store.Store;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/// The pages that customers see: chat and contact form. Both say that an assistant answers, and
/// when people are there.
@Controller
class CustomerPages {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEEE 'at' HH:mm", Locale.UK);

  private final Stores stores;
  private final Chats chats;
  private final Texts texts;
  private final Clock clock;

  CustomerPages(Stores stores, Chats chats, Texts texts, Clock clock) {
    this.stores = stores;
    this.chats = chats;
    this.texts = texts;
    this.clock = clock;
  }

  /// Stands in the navigation.
  @Configuration(proxyBeanMethods = false)
  static class Links {
    @Bean
    PageLink chatLink() {
      return PageLink.forAll("chat", "/chat/{store}", 20);
    }
  }

  @GetMapping("/chat/{store:[1-9]\\d{0,17}}")
  String chat(@PathVariable StoreId store, Model model) {
    Store found = existing(store);
    model.addAttribute("store", found);
    model.addAttribute("people", people(found));
    model.addAttribute("assistant", answersByItself(found));
    return "chat/chat";
  }

  @GetMapping("/contact/{store:[1-9]\\d{0,17}}")
  String contact(@PathVariable StoreId store, Model model) {
    Store found = existing(store);
    show(model, found, new Typed(UUID.randomUUID().toString(), "", "", "", ""), "");
    return "chat/contact";
  }

  /// As typed.
  record Typed(
      @Nullable String id,
      @Nullable String address,
      @Nullable String name,
      @Nullable String subject,
      @Nullable String text) {}

  @PostMapping("/contact/{store:[1-9]\\d{0,17}}")
  String send(@PathVariable StoreId store, Typed typed, Model model, HttpServletRequest request) {
    Store found = existing(store);
    Optional<EmailAddress> address = EmailAddress.parse(text(typed.address()));
    String said = "contact.no-address";
    if (address.isPresent()) {
      said =
          switch (chats.form(
              store,
              new Chats.Form(
                  text(typed.id()),
                  address.get(),
                  text(typed.name()),
                  text(typed.subject()),
                  text(typed.text()),
                  request.getRemoteAddr()))) {
            case Chats.Posted.Taken taken -> "";
            case Chats.Posted.Refused refused ->
                switch (refused.why()) {
                  case EMPTY -> "contact.empty";
                  case TOO_LONG -> "contact.too-long";
                  case TOO_MANY -> "contact.too-many";
                  case NO_ID, UNKNOWN_VISITOR, WRONG_IDENTITY -> "contact.again";
                };
          };
    }
    show(model, found, typed, said);
    model.addAttribute("sent", said.isEmpty());
    return "chat/contact";
  }

  private void show(Model model, Store store, Typed typed, String said) {
    model.addAttribute("store", store);
    model.addAttribute("people", people(store));
    model.addAttribute("assistant", answersByItself(store));
    model.addAttribute("typed", typed);
    model.addAttribute("said", said);
    model.addAttribute("sent", false);
  }

  private static boolean answersByItself(Store store) {
    return store.mode() == StoreMode.AUTOMATIC && !store.stopped();
  }

  /// When people are there, in a sentence.
  private String people(Store store) {
    Instant now = clock.instant();
    ZonedDateTime local = now.atZone(store.zone());
    if (store.hours().isOpen(now, store.zone())) {
      List<OpeningHours.Range> today =
          store.hours().week().getOrDefault(local.getDayOfWeek(), List.of());
      return today.stream()
          .filter(range -> range.to().isAfter(local.toLocalTime()))
          .findFirst()
          .map(range -> texts.of("chat.people.until", range.to().toString()))
          .orElse(texts.of("chat.people.unknown"));
    }
    return store
        .hours()
        .nextOpening(now, store.zone())
        .map(opening -> texts.of("chat.people.back", WHEN.format(opening.atZone(store.zone()))))
        .orElse(texts.of("chat.people.unknown"));
  }

  private Store existing(StoreId store) {
    return stores.find(store).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
