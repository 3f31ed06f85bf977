package deskhand.triage.understanding;

import deskhand.orders.Orders;
import deskhand.orders.TrackingNumber;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import deskhand.triage.Case;
import deskhand.triage.Understanding.Entities;
import deskhand.triage.language.Countries;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Finds what a case names: orders, parcels, addresses, postcodes, countries; first what the
/// undecided messages say, then what they quote and what the customer said before.
@Component
class NamedThings {
  private static final int LONGEST = 8_000;
  private static final int MOST = 20;
  private static final int TURNS = 20;
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,5}");

  private final Orders orders;

  NamedThings(Orders orders) {
    this.orders = orders;
  }

  Entities in(Case given, CaseText words) {
    StoreId store = given.store().id();
    List<String> parts = parts(given);
    Set<String> numbers = new LinkedHashSet<>();
    Set<String> tracking = new LinkedHashSet<>();
    Set<String> emails = new LinkedHashSet<>();
    Set<String> postcodes = new LinkedHashSet<>();
    for (String part : parts) {
      numbers.addAll(orders.numbersIn(store, part));
      orders.trackingNumbersIn(part).stream().map(TrackingNumber::value).forEach(tracking::add);
      emails.addAll(emails(part));
      postcodes.addAll(Postcodes.in(part));
    }
    return new Entities(
        limited(numbers),
        limited(tracking),
        limited(emails),
        limited(postcodes),
        named(given, words));
  }

  /// The current text first.
  private static List<String> parts(Case given) {
    List<String> parts = new ArrayList<>();
    for (Case.Said said : given.messages().reversed()) {
      parts.add(CaseText.cut(said.subject(), 500) + "\n" + CaseText.cut(said.text(), LONGEST));
    }
    for (Case.Said said : given.messages().reversed()) {
      if (!said.elided().isBlank()) {
        parts.add(CaseText.cut(said.elided(), LONGEST));
      }
    }
    given.history().reversed().stream()
        .filter(turn -> turn.by() == Case.Turn.By.CUSTOMER)
        .limit(TURNS)
        .forEach(turn -> parts.add(CaseText.cut(turn.text(), LONGEST)));
    return parts;
  }

  private List<String> named(Case given, CaseText words) {
    List<String> now = Countries.in(words.subject() + "\n" + words.text());
    if (!now.isEmpty()) {
      return now;
    }
    return given.history().reversed().stream()
        .filter(turn -> turn.by() == Case.Turn.By.CUSTOMER)
        .limit(TURNS)
        .map(turn -> Countries.in(CaseText.cut(turn.text(), LONGEST)))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<String> emails(String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = ADDRESS.matcher(text);
    while (found.size() < MOST && matcher.find()) {
      EmailAddress.parse(matcher.group()).ifPresent(address -> found.add(address.value()));
    }
    return found;
  }

  private static List<String> limited(Set<String> values) {
    return values.stream().limit(MOST).toList();
  }
}
