package deskhand.triage.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DecisionsTableTest {
  @Test
  void leavesOutNulAndNothingThatOnlyLooksLikeIt() {
    List<String> texts =
        List.of("a\0b\0\0", "typed \\u0000 by hand", "\\\\u0000", "\\\0", "ends in \\");
    String json = DecisionsTable.json(texts);
    assertThat(JsonMapper.builder().build().readValue(json, String[].class))
        .isEqualTo(texts.stream().map(text -> text.replace("\0", "")).toArray(String[]::new));
  }
}
