package deskhand.triage.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CountriesTest {
  @Test
  void aSentenceFitsTheCountriesThatItNames() {
    assertThat(Countries.named("Germany, Austria and the UK"))
        .containsExactlyInAnyOrder("DE", "AT", "GB");
    assertThat(Countries.named("Ontario: Canada Post, 4 days")).isEmpty();
    assertThat(Countries.fit(Set.of("DE"), "Germany: €6.95")).isEqualTo(1);
    assertThat(Countries.fit(Set.of("PT"), "Other EU countries: €7.95")).isEqualTo(0.6);
    assertThat(Countries.fit(Set.of("US"), "Germany: €6.95")).isEqualTo(-1);
    assertThat(Countries.fit(Set.of("US"), "Orders leave on working days.")).isEqualTo(0);
  }

  @Test
  void whatOnlyLooksLikeAnInflectedNameIsNone() {
    assertThat(Countries.in("two jerseys, three panamas and the turkeys")).isEmpty();
    assertThat(Countries.in("Versand innerhalb Österreichs")).containsExactly("AT");
  }

  @Test
  void theChannelIslandsAreTwo() {
    assertThat(Countries.fit(Set.of("JE"), "Channel Islands: £4.80")).isEqualTo(1);
    assertThat(Countries.fit(Set.of("GG"), "Channel Islands: £4.80")).isEqualTo(1);
  }
}
