package deskhand.eval;

import java.io.Console;

/// A bar on a terminal, nothing in a pipe.
final class Progress {
  private static final int WIDTH = 40;

  private final int total;
  private final boolean shown;
  private int done;

  /// A pipe has no console on a JDK 25, and one that is no terminal on others.
  @SuppressWarnings("SystemConsoleNull")
  Progress(int total) {
    Console console = System.console();
    this.total = total;
    this.shown = console != null && console.isTerminal();
  }

  void step() {
    done++;
    if (shown) {
      int filled = total == 0 ? WIDTH : WIDTH * done / total;
      System.err.print(
          "\r" + "=".repeat(filled) + " ".repeat(WIDTH - filled) + " " + done + "/" + total);
      if (done >= total) {
        System.err.println();
      }
    }
  }
}
