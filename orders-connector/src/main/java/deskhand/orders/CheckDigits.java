package deskhand.orders;

/// Check digits of tracking numbers. All of them take the whole number with its check digit, in
/// upper case and without separators.
final class CheckDigits {
  private static final int[] S10_WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};
  private static final int[] FEDEX_WEIGHTS = {1, 3, 7};

  private CheckDigits() {}

  /// GS1 General Specifications, section 7.9: weights 3 and 1 from the right.
  static boolean gs1(String digits) {
    int sum = 0;
    int last = digits.length() - 1;
    for (int i = 0; i < last; i++) {
      sum += digit(digits, i) * ((last - i) % 2 == 1 ? 3 : 1);
    }
    return (10 - sum % 10) % 10 == digit(digits, last);
  }

  /// UPU S10: two letters, eight digits, a check digit by modulo 11, two letters.
  static boolean s10(String number) {
    int sum = 0;
    for (int i = 0; i < S10_WEIGHTS.length; i++) {
      sum += digit(number, i + 2) * S10_WEIGHTS[i];
    }
    int check = 11 - sum % 11;
    return (check == 10 ? 0 : check == 11 ? 5 : check) == digit(number, 10);
  }

  /// UPS: characters at even places count double, letters by their place in the alphabet plus two.
  ///
  /// @param number without the letters that stand before what is summed
  static boolean ups(String number) {
    int sum = 0;
    int last = number.length() - 1;
    for (int i = 0; i < last; i++) {
      char c = number.charAt(i);
      int value = c >= 'A' ? (c - 'A' + 2) % 10 : c - '0';
      sum += value * (i % 2 == 1 ? 2 : 1);
    }
    return (10 - sum % 10) % 10 == digit(number, last);
  }

  /// FedEx Express: weights 1, 3, 7 from the right, modulo 11 and then modulo 10.
  static boolean fedex(String digits) {
    int sum = 0;
    int last = digits.length() - 1;
    for (int i = 0; i < last; i++) {
      sum += digit(digits, i) * FEDEX_WEIGHTS[(last - 1 - i) % 3];
    }
    return sum % 11 % 10 == digit(digits, last);
  }

  /// DHL Express: the number before the check digit modulo 7.
  static boolean mod7(String digits) {
    long number = Long.parseLong(digits.substring(0, digits.length() - 1));
    return number % 7 == digit(digits, digits.length() - 1);
  }

  /// ISO/IEC 7812-1 annex B (Luhn).
  static boolean luhn(String digits) {
    int sum = 0;
    int last = digits.length() - 1;
    for (int i = 0; i <= last; i++) {
      int value = digit(digits, i) * ((last - i) % 2 == 1 ? 2 : 1);
      sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
  }

  /// ISO 7064 MOD 37,36, as DPD uses it.
  static boolean mod37(String number) {
    int rest = 36;
    int last = number.length() - 1;
    for (int i = 0; i < last; i++) {
      rest = (rest + Character.digit(number.charAt(i), 36)) % 36;
      rest = (rest == 0 ? 36 : rest) * 2 % 37;
    }
    return (rest + Character.digit(number.charAt(last), 36)) % 36 == 1;
  }

  private static int digit(String text, int at) {
    return text.charAt(at) - '0';
  }
}
