package deskhand.triage.proof;

import deskhand.triage.orders.ScanWriter;

/// Whether the fields of an order say what the sentence of a key says: delivered where the state is
/// delivered, and so on for each of the program's sentences.
final class FactStates {
  private FactStates() {}

  static boolean hold(String key, FactValues facts) {
    return switch (key) {
      case "unsent" -> facts.is("fulfilment", "UNFULFILLED", "PARTIAL");
      case "hold" -> facts.is("fulfilment", "ON_HOLD");
      case "payment.pending" -> facts.is("payment", "PENDING");
      case "cancelled", "cancelled.undated" ->
          facts.is("fulfilment", "CANCELLED") || facts.has("cancelledAt");
      case "voided" -> facts.is("payment", "VOIDED");
      case "rest", "rest.items" -> facts.is("fulfilment", "PARTIAL", "UNFULFILLED", "ON_HOLD");
      case "parcel.pretransit" -> facts.isEnd(".status", "PRE_TRANSIT");
      case "parcel.noscan", "parcel.noscan.undated" -> facts.isEnd(".events", "0");
      case "parcel.transit" -> facts.isEnd(".status", "IN_TRANSIT", "OUT_FOR_DELIVERY", "UNKNOWN");
      case "parcel.out", "parcel.out.today" -> facts.isEnd(".status", "OUT_FOR_DELIVERY");
      case "parcel.pickup" -> facts.isEnd(".status", "AVAILABLE_FOR_PICKUP");
      case "parcel.delivered", "parcel.delivered.undated" -> facts.isEnd(".status", "DELIVERED");
      case "parcel.delivered.neighbour" ->
          facts.isEnd(".status", "DELIVERED")
              && facts.ended(".description").anyMatch(ScanWriter::namesNeighbour);
      case "parcel.attempt", "parcel.attempt.undated" -> facts.isEnd(".status", "ATTEMPT_FAILED");
      case "parcel.exception", "parcel.exception.undated" -> facts.isEnd(".status", "EXCEPTION");
      case "parcel.returned", "parcel.returned.undated" -> facts.isEnd(".status", "RETURNED");
      case "parcel.expired" -> facts.isEnd(".status", "EXPIRED", "UNKNOWN");
      case "refund.none" -> facts.is("refunds", "0");
      case "return.none" -> facts.is("returns", "0");
      case "return.requested" -> facts.isEnd(".status", "REQUESTED");
      case "return.approved" -> facts.isEnd(".status", "APPROVED");
      case "return.transit" -> facts.isEnd(".status", "IN_TRANSIT");
      case "return.received" -> facts.isEnd(".status", "RECEIVED");
      case "return.closed" -> facts.isEnd(".status", "CLOSED");
      case "return.declined" -> facts.isEnd(".status", "DECLINED");
      case "address.city" -> facts.has("city");
      case "finalsale" -> facts.isEnd(".finalSale", "true");
      case "late", "estimate", "estimate.today", "estimate.tomorrow" ->
          facts.hasEnd(".estimatedDelivery");
      case "refund", "refund.method", "refund.bare" -> facts.hasStart("refund.");
      case "parcel.lost", "scan", "scan.date", "scan.place", "scan.customs" -> facts.hasEnd(".at");
      case "tracking.number" -> facts.hasEnd(".trackingNumber");
      case "tracking.url" -> facts.hasEnd(".trackingUrl");
      case "base.placed", "base.placed.time" -> facts.has("placedAt");
      case "base.delivered", "base.delivered.last", "base.delivered.one" ->
          facts.isEnd(".status", "DELIVERED");
      case "base.available" -> facts.isEnd(".status", "AVAILABLE_FOR_PICKUP");
      default -> key.startsWith("until.") || key.startsWith("leaves.") || key.startsWith("notice.");
    };
  }
}
