package deskhand.store;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Opening hours as the database keeps them:
/// `{"week":{"MONDAY":["09:00-17:00"]},"closed":["2026-12-25"]}`.
final class OpeningHoursJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private OpeningHoursJson() {}

  static String write(OpeningHours hours) {
    ObjectNode root = JSON.createObjectNode();
    ObjectNode week = root.putObject("week");
    for (DayOfWeek day : DayOfWeek.values()) {
      List<OpeningHours.Range> ranges = hours.week().getOrDefault(day, List.of());
      if (!ranges.isEmpty()) {
        ArrayNode list = week.putArray(day.name());
        ranges.forEach(range -> list.add(range.toString()));
      }
    }
    ArrayNode closed = root.putArray("closed");
    hours.closedDays().stream().sorted().forEach(day -> closed.add(day.toString()));
    return root.toString();
  }

  static OpeningHours read(String json) {
    JsonNode root = JSON.readTree(json);
    Map<DayOfWeek, List<OpeningHours.Range>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      List<OpeningHours.Range> ranges = new ArrayList<>();
      root.path("week")
          .path(day.name())
          .forEach(range -> ranges.add(OpeningHours.Range.parse(range.asString())));
      week.put(day, ranges);
    }
    Set<LocalDate> closed = new HashSet<>();
    root.path("closed").forEach(day -> closed.add(LocalDate.parse(day.asString())));
    return new OpeningHours(week, closed);
  }
}
