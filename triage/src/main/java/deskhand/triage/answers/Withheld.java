package deskhand.triage.answers;

import deskhand.triage.Situation;
import deskhand.triage.articles.DeliveryQuestion;
import deskhand.triage.articles.PolicyQuestion;
import deskhand.triage.articles.Quotes;
import java.util.Optional;

/// Why sentences that were found surely enough are a person's draft all the same.
final class Withheld {
  private Withheld() {}

  /// Empty where they may be sent.
  static Optional<String> why(AskContext context, PolicyQuestion asked, Quotes quotes) {
    if (quotes.isDenied()) {
      return Optional.of("The sentence stands under a heading that denies it");
    }
    if (quotes.isRefutedBy(Situation.said(context.given()))) {
      return Optional.of("The message says more of the goods than the exclusion does");
    }
    return customs(context, quotes)
        .or(() -> delivery(context, asked, quotes))
        .or(() -> open(context, quotes));
  }

  private static Optional<String> customs(AskContext context, Quotes quotes) {
    if (!context.ask().intent().intent().equals("shipping/customs")) {
      return Optional.empty();
    }
    if (context.place().wanted().isEmpty() && quotes.namesPlaces()) {
      return Optional.of("Customs depend on the country, and none is named");
    }
    return Completeness.namesCustoms(quotes)
        ? Optional.empty()
        : Optional.of("It asks for customs, and what was found says nothing of them");
  }

  private static Optional<String> delivery(
      AskContext context, PolicyQuestion asked, Quotes quotes) {
    if (DeliveryQuestion.leavesElse(asked, Completeness.said(quotes))) {
      return Optional.of("It asks for something beside delivery, which is not told");
    }
    if (quotes.isOfTable() && Completeness.mayBeOfReturn(context, quotes)) {
      return Optional.of("It may be the delivery of a return that is asked about");
    }
    return !quotes.isOfTable() && Completeness.hastens(context.ask().text(), quotes)
        ? Optional.of("What was found is about a faster service, which was not asked")
        : Optional.empty();
  }

  private static Optional<String> open(AskContext context, Quotes quotes) {
    if (Completeness.leavesMatter(context.ask().text(), quotes)) {
      return Optional.of("What was found does not name the matter that is asked about");
    }
    return Completeness.leavesKind(context, quotes)
        ? Optional.of("What was found does not give what was asked before")
        : Optional.empty();
  }
}
