package deskhand.triage.understanding;

import java.util.Set;

/// What is known of a message besides its words: whether it names an order, and whether its writer
/// waits for one. "Any sign of the harmonica?" is about a parcel where an order is named, and about
/// the range where the writer has never bought anything.
///
/// The odds are how many times likelier an intent is on such an occasion than at other times. Over
/// the messages of eight shops an order is named in 65 of 100 that ask for the state of one and in
/// 1 of 100 about a product or about delivery in general; the odds here are nearer to even than
/// that.
///
/// @param standing of the writer's orders, where the writer is known
/// @param share how far it counts: less for one question of several
record Occasion(Named named, Standing standing, double share) {
  private static final Set<String> BEFORE_BUYING =
      Set.of(
          "product/question",
          "product/availability",
          "shipping/policy",
          "discount/policy",
          "payment/methods",
          "payment/problem",
          "business/wholesale");
  private static final Set<String> OF_A_RETURN =
      Set.of("return/start", "return/status", "refund/status");
  private static final String ORDER = "order/";
  private static final double SHARED = 0.5;

  /// Where an order is named.
  enum Named {
    HERE(2, 0.1),
    BEFORE(1.5, 0.4),
    NOWHERE(1, 1);

    private final double ofOrder;
    private final double beforeBuying;

    Named(double ofOrder, double beforeBuying) {
      this.ofOrder = ofOrder;
      this.beforeBuying = beforeBuying;
    }
  }

  /// What the writer has ordered.
  enum Standing {
    UNKNOWN(1, 1),
    NEVER(0.8, 1),
    LONG_AGO(0.8, 1),
    UNDER_WAY(2, 0.3);

    private final double ofOrder;
    private final double beforeBuying;

    Standing(double ofOrder, double beforeBuying) {
      this.ofOrder = ofOrder;
      this.beforeBuying = beforeBuying;
    }
  }

  Occasion(Named named, Standing standing) {
    this(named, standing, 1);
  }

  static Occasion unknown() {
    return new Occasion(Named.NOWHERE, Standing.UNKNOWN);
  }

  /// The same for one question of several: one may be about the order, another about the range.
  Occasion shared() {
    return new Occasion(named, standing, SHARED);
  }

  /// The logarithm of an intent's odds; 0 where the occasion says nothing.
  double odds(String intent) {
    double odds = 1;
    if (BEFORE_BUYING.contains(intent)) {
      odds = Math.min(named.beforeBuying, standing.beforeBuying);
    } else if (intent.startsWith(ORDER) || OF_A_RETURN.contains(intent)) {
      odds = named == Named.NOWHERE ? standing.ofOrder : named.ofOrder;
    }
    return share * Math.log(odds);
  }
}
