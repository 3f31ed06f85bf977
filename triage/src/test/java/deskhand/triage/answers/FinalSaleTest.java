package deskhand.triage.answers;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.store.Money;
import deskhand.triage.Asking;
import deskhand.triage.Made;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Goods that are sold for good, under the store's own name for it.
class FinalSaleTest extends Asking {
  private static final String BOTH = "Can I return both things of my order, and until when?";

  private static Order order(String title, String variant) {
    String came = "2026-09-12T12:00:00Z|DELIVERED|Delivered|Lisboa";
    Order.Line hat = new Order.Line("2", "SKU2", title, variant, 1, Money.of("24.00", "EUR"), true);
    return Made.order(
        "#7801",
        new Order.Contents(
            List.of(Made.line("1", "Two-person tent"), hat),
            List.of(
                Made.parcel("S1", Shipment.Status.DELIVERED, "1", came),
                Made.parcel("S2", Shipment.Status.DELIVERED, "2", came)),
            List.of(),
            List.of()));
  }

  private void exclusions() {
    publish(
        "exclusions",
        """
        # What we can't take back

        These stay with you:

        - **Engraved cups.**
        - **Trail End pieces.** They carry a green badge.
        """);
    publish("codes", "# Codes\\n\\nHELLO8 is not for Trail End pieces and gift cards.");
  }

  @Test
  void theStoresOwnNameForItIsFoundWithTheGoods() {
    exclusions();
    for (Order order :
        List.of(order("Wool hat (Trail End)", "red"), order("Wool hat", "red, Trail End"))) {
      assertThat(said(asked(order, "return/policy", BOTH)))
          .contains("final sale: Wool hat", "Trail End pieces", "12 October")
          .doesNotContain("HELLO8");
    }
  }

  @Test
  void whatNoArticleNamesIsForAPerson() {
    assertThat(asked(order("Wool hat (Trail End)", "red"), "return/policy", BOTH))
        .isInstanceOf(AskAnswer.ForPerson.class);
    exclusions();
    assertThat(asked(order("Wool hat", "red, size M"), "return/policy", BOTH))
        .isInstanceOf(AskAnswer.ForPerson.class);
  }

  @Test
  void whereNoLastDayIsKnownForTheRestAPersonAnswers() {
    exclusions();
    publish("returns", "Returns are looked at one by one.");
    assertThat(asked(order("Wool hat (Trail End)", "red"), "return/policy", BOTH))
        .isInstanceOf(AskAnswer.ForPerson.class);
  }

  @Test
  void aSizeIsNoNameForIt() {
    publish("exclusions", "# What we can't take back\n\nLarge tents, large sacks and cups.");
    assertThat(asked(order("Wool hat (Large)", "red"), "return/policy", BOTH))
        .isInstanceOf(AskAnswer.ForPerson.class);
  }
}
