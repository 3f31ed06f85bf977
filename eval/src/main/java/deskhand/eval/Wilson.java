package deskhand.eval;

/// The 95 % interval of a share (Wilson 1927): honest for few cases, too.
final class Wilson {
  private static final double Z = 1.96;

  private Wilson() {}

  /// Lower and upper end, 0 to 1, of `part` out of `whole`.
  static double[] interval(int part, int whole) {
    if (whole == 0) {
      return new double[] {0, 1};
    }
    double share = (double) part / whole;
    double middle = share + Z * Z / (2.0 * whole);
    double half = Z * Math.sqrt(share * (1 - share) / whole + Z * Z / (4.0 * whole * whole));
    double scale = 1 + Z * Z / whole;
    return new double[] {(middle - half) / scale, (middle + half) / scale};
  }
}
