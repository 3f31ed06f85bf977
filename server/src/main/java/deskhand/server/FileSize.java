package deskhand.server;

/// A number of bytes as people read it.
public final class FileSize {
  private static final long KILO = 1024;
  private static final long MEGA = KILO * KILO;

  private FileSize() {}

  /// In whole kilobytes or megabytes; nothing is smaller than 1 KB.
  public static String of(long bytes) {
    return bytes < MEGA ? Math.max(1, bytes / KILO) + " KB" : bytes / MEGA + " MB";
  }
}
