package deskhand.orders;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What a carrier's tracking numbers look like, in upper case and without separators.
///
/// @param check the check digit, where the carrier has one
/// @param trust how sure a match is
record CarrierFormat(String carrier, Pattern pattern, Predicate<String> check, Trust trust) {
  /// How much a match says by itself.
  enum Trust {
    /// Nothing else looks like that.
    SURE,
    /// Hardly anything else, as one word; not as several groups of digits.
    LIKELY,
    /// Only where the text speaks of a parcel.
    WEAK
  }

  private static final String UPU = "upu";
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /// Whose post hands out S10 numbers of a country, as shops spell it.
  private static final Map<String, String> POSTS =
      Map.ofEntries(
          Map.entry("AT", "austrian_post"),
          Map.entry("AU", "australia_post"),
          Map.entry("BE", "bpost"),
          Map.entry("CA", "canada_post"),
          Map.entry("CH", "swiss_post"),
          Map.entry("CN", "china_post"),
          Map.entry("CZ", "ceska_posta"),
          Map.entry("DE", "dhl"),
          Map.entry("DK", "postnord"),
          Map.entry("ES", "correos"),
          Map.entry("FI", "posti"),
          Map.entry("FR", "colissimo"),
          Map.entry("GB", "royal_mail"),
          Map.entry("HK", "hongkong_post"),
          Map.entry("IE", "an_post"),
          Map.entry("IT", "poste_italiane"),
          Map.entry("JP", "japan_post"),
          Map.entry("LU", "post_luxembourg"),
          Map.entry("NL", "postnl"),
          Map.entry("NO", "posten"),
          Map.entry("NZ", "nz_post"),
          Map.entry("PL", "poczta_polska"),
          Map.entry("PT", "ctt"),
          Map.entry("SE", "postnord"),
          Map.entry("SG", "singpost"),
          Map.entry("US", "usps"));

  /// All that are known. Sources: UPU S10, GS1 General Specifications (SSCC), and what the carriers
  /// say on their own pages about their numbers.
  static final List<CarrierFormat> ALL =
      List.of(
          sure("s10", "[A-Z]{2}[0-9]{9}[A-Z]{2}", CarrierFormat::isS10),
          sure("ups", "1Z[A-Z0-9]{15}[0-9]", number -> CheckDigits.ups(number.substring(2))),
          likely("ups", "[AHJKTV][0-9]{10}", number -> CheckDigits.ups(number.substring(1))),
          likely("fedex", "[0-9]{12}", CheckDigits::fedex),
          likely("fedex", "[0-9]{15}", CheckDigits::gs1),
          sure("fedex", "96[0-9]{20}", number -> CheckDigits.gs1(number.substring(7))),
          sure("fedex", "3[0-9]{31}", number -> CheckDigits.fedex(number.substring(16, 28))),
          sure(
              "fedex",
              "(?:[0-8][0-9]|96)[0-9]{32}",
              number -> CheckDigits.fedex(number.substring(20))),
          sure("fedex", "[0-9]{18}", CheckDigits::gs1),
          sure("dhl", "00340434[0-9]{12}", CheckDigits::gs1),
          sure("sscc", "00[0-9]{18}", CheckDigits::gs1),
          sure(
              "usps",
              "[0-9]{20}",
              number -> CheckDigits.gs1(number) || CheckDigits.gs1("91" + number)),
          sure("usps", "9[1-5][0-9]{20}(?:[0-9]{4})?", CheckDigits::gs1),
          sure(
              "usps",
              "420[0-9]{5}9[1-5][0-9]{20}(?:[0-9]{4})?",
              number -> CheckDigits.gs1(number.substring(8))),
          sure("usps", "420[0-9]{9}(?:9[1-5])?[0-9]{20}", CarrierFormat::withLongZip),
          weak("dhl", "[0-9]{10,11}", CheckDigits::mod7),
          sure("dhl", "J[A-Z]{2,3}[0-9]{9,10}", CarrierFormat::unchecked),
          sure("dhl", "JJD[0-9]{16,18}", CarrierFormat::unchecked),
          sure("dhl", "GM[0-9]{16,18}", CarrierFormat::unchecked),
          likely(
              "dhl",
              "(?:GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)(?=[A-Z0-9]*[0-9]{6})[A-Z0-9]{10,37}",
              CarrierFormat::unchecked),
          likely("dhl", "[0-9]{14}", CarrierFormat::unchecked),
          likely("dpd", "[0-9]{14}", CarrierFormat::unchecked),
          likely("dpd", "[0-9]{14}[0-9A-Z]", CheckDigits::mod37),
          sure("dpd", "[0-9]{27}[0-9A-Z]", CheckDigits::mod37),
          weak("gls", "[0-9]{11,12}", CarrierFormat::unchecked),
          weak("gls", "(?=[A-Z]*[0-9])(?=[0-9]*[A-Z])[A-Z0-9]{8}", CarrierFormat::unchecked),
          sure("postnl", "3S[A-Z]{3,6}[0-9]{6,11}", CarrierFormat::unchecked),
          sure("bpost", "3232[0-9]{20}", CarrierFormat::unchecked),
          likely("colissimo", "[0-9][A-Z][0-9]{11}", CarrierFormat::unchecked),
          weak("mondial_relay", "[0-9]{8}|[0-9]{10}|[0-9]{12}", CarrierFormat::unchecked),
          likely("swiss_post", "99[0-9]{16}", CarrierFormat::unchecked),
          weak("inpost", "[0-9]{24}", CarrierFormat::unchecked),
          weak("evri", "[0-9]{16}|[A-Z][0-9]{2}[A-Z0-9]{13}", CarrierFormat::unchecked),
          sure("yodel", "JJ?D[0-9]{16}", CarrierFormat::unchecked),
          likely("packeta", "Z[0-9]{10}", CarrierFormat::unchecked),
          sure("amazon", "TB[ACM][0-9]{12}", CarrierFormat::unchecked),
          weak("amazon", "[AFC][0-9]{10}", CarrierFormat::unchecked),
          likely("canada_post", "[0-9]{16}", number -> CheckDigits.gs1(number) && !isCard(number)),
          sure("canpar", "[CDKLSUXZ][0-9]{21}", CarrierFormat::unchecked),
          likely("purolator", "[0-5][0-9]{11}", CheckDigits::luhn),
          likely("purolator", "[A-Z]{3}[0-9]{9}", CarrierFormat::unchecked),
          sure("cainiao", "LP[0-9]{14}", CarrierFormat::unchecked),
          sure("yunexpress", "YT[0-9]{16}", CarrierFormat::unchecked),
          sure("4px", "4PX[0-9]{13}CN", CarrierFormat::unchecked),
          sure("yanwen", "[A-Z]{2}[0-9]{9}YP", CarrierFormat::unchecked),
          sure("gofo", "GFUS[0-9]{14}", CarrierFormat::unchecked),
          sure("landmark", "LTN[0-9]{8}N1", CarrierFormat::unchecked),
          likely("lasership", "L[AIEHNX][1-3][0-9]{7}", CarrierFormat::unchecked),
          sure(
              "lasership",
              "1LS7[12](?:[0-9]{10}|[0-9]{2}01[1-4][0-9]{6}1)|1LSCX[0-9A-Z]{10}",
              CarrierFormat::unchecked),
          weak("old_dominion", "(?:77[78]|072|780|80[0-9])[0-9]{8}", CheckDigits::luhn),
          sure("ontrac", "C[0-9]{14}", number -> CheckDigits.ups(after(number, '4'))),
          sure("ontrac", "D[0-9]{14}", number -> CheckDigits.ups(after(number, '5'))),
          sure("speedee", "SP[0-9]{18}", CarrierFormat::unchecked));

  /// Whether nothing but a tracking number looks like that.
  static boolean isSurely(String number) {
    return ALL.stream().anyMatch(format -> format.trust == Trust.SURE && format.fits(number));
  }

  boolean fits(String number) {
    return pattern.matcher(number).matches() && check.test(number);
  }

  /// Who brings a parcel of that number, as shops spell it.
  String carrierOf(String number) {
    return carrier.equals("s10")
        ? POSTS.getOrDefault(number.substring(number.length() - 2), UPU)
        : carrier;
  }

  private static boolean isS10(String number) {
    return COUNTRIES.contains(number.substring(11)) && CheckDigits.s10(number);
  }

  /// `420`, a nine-digit ZIP code, and a number of 20 or 22 digits.
  private static boolean withLongZip(String number) {
    String bare = number.substring(12);
    return CheckDigits.gs1(bare) || (bare.length() == 20 && CheckDigits.gs1("91" + bare));
  }

  /// OnTrac's check digit counts its letter as a digit where the number does not begin with it.
  private static String after(String number, char digit) {
    String rest = number.substring(1);
    return rest.charAt(0) == digit ? rest : digit + rest;
  }

  /// A payment card's number (ISO/IEC 7812) is no tracking number.
  private static boolean isCard(String number) {
    return number.charAt(0) >= '3' && number.charAt(0) <= '6' && CheckDigits.luhn(number);
  }

  private static boolean unchecked(String number) {
    return !number.isEmpty();
  }

  private static CarrierFormat sure(String carrier, String pattern, Predicate<String> check) {
    return new CarrierFormat(carrier, Pattern.compile(pattern), check, Trust.SURE);
  }

  private static CarrierFormat likely(String carrier, String pattern, Predicate<String> check) {
    return new CarrierFormat(carrier, Pattern.compile(pattern), check, Trust.LIKELY);
  }

  private static CarrierFormat weak(String carrier, String pattern, Predicate<String> check) {
    return new CarrierFormat(carrier, Pattern.compile(pattern), check, Trust.WEAK);
  }
}
