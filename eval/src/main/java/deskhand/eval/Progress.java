package deskhand.eval;

import java.util.Objects;

/// A bar on a terminal, nothing in a pipe.
final class Progress {
  private static final int WIDTH = 40;

  private final int total;
  private final boolean shown;
  private int done;

  Progress(int total) {
    this.total = total;
    this.shown = Objects.requireNonNull(System.console()).isTerminal();
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
