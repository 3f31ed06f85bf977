package deskhand.triage.answers;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.triage.Asking;
import deskhand.triage.Identity;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// After how long a silent parcel is looked for, asked by who names no order.
class TraceTest extends Asking {
  private static final Identity STRANGER =
      new Identity(Identity.Level.UNKNOWN, List.of(), List.of());

  @BeforeEach
  void rules() {
    publish(
        "late",
        """
        We look for a parcel when there was no new scan for

        - 3 working days within Portugal,
        - 6 working days in Spain and France,
        - 9 working days in any other country.
        """);
  }

  @Test
  void theRuleOfThePlaceIsTold() {
    String question = "Tracking stuck since last week, I'm in Madrid. When do you start a search?";
    assertThat(said(asked(STRANGER, "order/status", question)))
        .contains("6 working days")
        .doesNotContain("3 working days");
  }

  @Test
  void whereNoPlaceIsNamedAllAreTold() {
    String question = "The tracking has not moved for days, at what point do you step in?";
    assertThat(said(asked(STRANGER, "order/status", question)))
        .contains("3 working days", "6 working days", "9 working days");
  }

  @Test
  void whoAsksWhereItIsIsAskedForTheOrder() {
    assertThat(asked(STRANGER, "order/status", "My tracking is stuck. Where is my parcel?"))
        .isInstanceOf(AskAnswer.Missing.class);
  }
}
