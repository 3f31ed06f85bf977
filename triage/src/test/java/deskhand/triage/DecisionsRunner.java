package deskhand.triage;

import deskhand.conversations.ChannelKind;
import deskhand.conversations.Kind;
import deskhand.conversations.Proven;
import deskhand.conversations.Source;
import deskhand.knowledge.KnowledgeBase;
import deskhand.orders.Orders;
import deskhand.store.EmailAddress;
import deskhand.store.OpeningHours;
import deskhand.store.Store;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Decides about the cases of shop folders with this module alone, and writes result lines
/// (golden/FORMAT.md): `DecisionsRunner SHOP OUT [SHOP OUT …]`.
final class DecisionsRunner {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final Pattern QUOTED =
      Pattern.compile("(?m)^(>.*|On .{5,120} wrote:|Op .{5,120} schreef .*:|-{5,}.*Forwarded.*)$");

  private DecisionsRunner() {}

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @ComponentScan(
      basePackages = {
        "deskhand.store",
        "deskhand.conversations",
        "deskhand.knowledge",
        "deskhand.orders",
        "deskhand.triage"
      },
      nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
      excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Application"))
  static class Application {}

  public static void main(String[] arguments) throws IOException {
    Path data = Files.createTempDirectory("deskhand-decisions");
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Application.class)
            .web(WebApplicationType.NONE)
            .logStartupInfo(false)
            .run(
                "--deskhand.data=" + data,
                "--deskhand.database.durable=false",
                "--logging.level.root=WARN")) {
      for (int i = 0; i + 1 < arguments.length; i += 2) {
        run(context, Path.of(arguments[i]), Path.of(arguments[i + 1]));
      }
    }
  }

  private static void run(ConfigurableApplicationContext context, Path shop, Path out)
      throws IOException {
    JsonNode about = JSON.readTree(Files.readString(shop.resolve("shop.json")));
    Stores stores = context.getBean(Stores.class);
    Store store = stores.get(stores.create(profile(about), StoreMode.AUTOMATIC));
    context.getBean(KnowledgeBase.class).publishFolder(store.id(), shop.resolve("knowledge"));
    context.getBean(Orders.class).importFolder(store.id(), shop);
    Instant now = Instant.parse(about.path("now").asString());
    Triage triage = context.getBean(Triage.class);
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(shop.resolve("cases.jsonl"))) {
      if (!line.isBlank()) {
        JsonNode golden = JSON.readTree(line);
        long start = System.nanoTime();
        Decision decision = triage.decide(given(store, golden, now));
        lines.add(
            JSON.writeValueAsString(result(golden, decision, (System.nanoTime() - start) / 1e6)));
      }
    }
    Files.write(out, lines);
  }

  private static Case given(Store store, JsonNode golden, Instant now) {
    boolean chat = golden.path("channel").asString().equals("chat");
    String text = text(golden, "text");
    StringBuilder quoted = new StringBuilder();
    if (!chat) {
      QUOTED.matcher(text).results().forEach(found -> quoted.append(found.group()).append('\n'));
      text = QUOTED.matcher(text).replaceAll("").strip();
    }
    String headers = golden.path("headers").toString().toLowerCase(Locale.ROOT);
    boolean automatic =
        headers.contains("auto-") || headers.contains("list-") || headers.contains("bulk");
    List<Case.Turn> history = new ArrayList<>();
    golden
        .path("history")
        .forEach(turn ->
            history.add(
                new Case.Turn(
                    Case.Turn.By.valueOf(turn.path("author").asString().toUpperCase(Locale.ROOT)),
                    turn.path("text").asString())));
    return new Case(
        store,
        new Case.Writer(
            chat ? ChannelKind.CHAT : ChannelKind.EMAIL,
            EmailAddress.parse(text(golden, "from")),
            "",
            switch (golden.path("authentication").asString("none")) {
              case "dmarc_pass" -> Proven.ADDRESS;
              case "signed_in" -> Proven.ACCOUNT;
              default -> Proven.NOTHING;
            }),
        List.of(
            new Case.Said(
                text(golden, "subject"),
                text,
                quoted.toString(),
                automatic ? Kind.AUTOMATIC : Kind.MESSAGE,
                List.of())),
        history,
        Case.Standing.fresh(),
        now);
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).isString() ? node.path(name).asString() : "";
  }

  private static Map<String, Object> result(JsonNode golden, Decision decision, double millis) {
    Reply told =
        switch (decision) {
          case Decision.Answer answer -> answer.reply();
          case Decision.Clarification asks -> asks.reply();
          case Decision.Escalation escalation -> escalation.notice();
          case Decision.Suggestion _, Decision.NoReply _ -> Reply.nothing();
        };
    String outcome =
        switch (decision) {
          case Decision.Answer _ -> "answer";
          case Decision.Clarification _ -> "clarify";
          case Decision.Escalation _, Decision.Suggestion _ -> "escalate";
          case Decision.NoReply _ -> "no_reply";
        };
    Set<String> evidence = new LinkedHashSet<>();
    List<Map<String, Object>> sentences = new ArrayList<>();
    for (Reply.Part part : told.parts()) {
      List<String> sources = new ArrayList<>();
      for (Evidence one : part.evidence()) {
        for (Source source : one.sources()) {
          switch (source.kind()) {
            case "article" -> {
              sources.add("article:" + source.id() + "#" + source.detail());
              evidence.add("article:" + source.id());
            }
            case "order" -> {
              sources.add("order:" + source.id() + "." + source.detail());
              evidence.add("order:" + source.id());
            }
            default -> sources.add(source.kind() + ":" + source.id());
          }
        }
      }
      sentences.add(Map.of("text", part.text(), "source", sources.stream().distinct().toList()));
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", golden.path("id").asString());
    line.put("outcome", outcome);
    line.put("intent", decision.basis().understanding().intent().intent());
    line.put("confidence", decision.basis().confidence());
    line.put("reply", told.text());
    line.put("sentences", sentences);
    line.put("evidence", evidence);
    line.put("reasons", decision.basis().reasons());
    line.put("millis", millis);
    if (decision instanceof Decision.Escalation escalation) {
      line.put("draft", escalation.draft().text());
    }
    return line;
  }

  private static Store.Profile profile(JsonNode shop) {
    Map<DayOfWeek, List<OpeningHours.Range>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      List<OpeningHours.Range> ranges = new ArrayList<>();
      shop.path("openingHours")
          .path(day.name().substring(0, 3).toLowerCase(Locale.ROOT))
          .forEach(range -> ranges.add(OpeningHours.Range.parse(range.asString())));
      week.put(day, ranges);
    }
    return new Store.Profile(
        shop.path("name").asString(),
        shop.path("domain").asString(),
        new EmailAddress(shop.path("supportAddress").asString()),
        shop.path("country").asString(),
        new Store.Habits(
            ZoneId.of(shop.path("timeZone").asString()),
            Locale.forLanguageTag(shop.path("locale").asString()),
            Currency.getInstance(shop.path("currency").asString()),
            new OpeningHours(week, Set.of())));
  }
}
