package deskhand.triage.articles;

import java.util.Map;

/// What the built-in intents are about, in words that can be compared with the headings of
/// articles.
public final class Intents {
  private static final Map<String, String> SUBJECTS =
      Map.ofEntries(
          Map.entry("order/status", "tracking, late and lost parcels, delivery times"),
          Map.entry(
              "order/not-received", "late, lost and missing parcels; delivered but not received"),
          Map.entry("order/cancel", "cancelling an order"),
          Map.entry("order/change", "changing an order, items, quantity"),
          Map.entry("order/address", "changing the delivery address of an order"),
          Map.entry("order/missing-item", "missing items in a parcel"),
          Map.entry("order/wrong-item", "wrong item received"),
          Map.entry("order/damaged", "damaged, broken or defective items on arrival"),
          Map.entry("order/place", "placing an order, checkout"),
          Map.entry(
              "shipping/policy",
              "shipping costs, delivery times, countries, carriers, pick-up points"),
          Map.entry("shipping/customs", "customs, duties and import charges"),
          Map.entry("return/policy", "returns and exchanges, what can and cannot be returned"),
          Map.entry("return/start", "how to return or exchange an item"),
          Map.entry("return/status", "returns and refunds"),
          Map.entry("refund/status", "refunds: when and how you get your money back"),
          Map.entry("refund/request", "refunds, money back"),
          Map.entry(
              "product/question", "product details: size, material, care, use, compatibility"),
          Map.entry("product/availability", "availability, pre-orders and restocks"),
          Map.entry("warranty/claim", "warranty and guarantee, repairs"),
          Map.entry("payment/problem", "payment problems"),
          Map.entry("payment/methods", "ways to pay, payment methods, instalments"),
          Map.entry("invoice/request", "invoices and VAT"),
          Map.entry("discount/problem", "discount codes and gift cards that do not work"),
          Map.entry("discount/policy", "discounts, gift cards, vouchers, loyalty points"),
          Map.entry("account/access", "account, login, password"),
          Map.entry("account/delete", "privacy, personal data, delete account"),
          Map.entry("marketing/unsubscribe", "newsletter, unsubscribe"),
          Map.entry("business/wholesale", "wholesale, trade, business customers, press"));

  private Intents() {}

  /// Whether it is the subject of questions about goods themselves.
  static boolean isAboutGoods(String subject) {
    return !subject.isEmpty() && subject.equals(subject("product/question"));
  }

  /// Empty for an intent without a subject, and for the store's own.
  public static String subject(String intent) {
    return SUBJECTS.getOrDefault(intent, "");
  }
}
