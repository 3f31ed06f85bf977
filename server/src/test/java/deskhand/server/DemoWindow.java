package deskhand.server;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A window of a real Chromium, which remembers everything that a page complained about.
final class DemoWindow implements AutoCloseable {
  static final double SLOW = 30_000;

  private final Playwright playwright;
  private final Browser chromium;
  private final List<String> complaints = new ArrayList<>();
  private Optional<BrowserContext> context = Optional.empty();

  DemoWindow() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    String program =
        Optional.ofNullable(System.getenv("DESKHAND_CHROMIUM")).orElse("/usr/bin/chromium");
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(program))
                    .setChromiumSandbox(false)
                    .setArgs(
                        List.of(
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /// An empty page without a memory, in place of the one before.
  Page open(String address, Size size, ColorScheme scheme) {
    leave();
    complaints.clear();
    BrowserContext fresh =
        chromium.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(size.width(), size.height())
                .setColorScheme(scheme));
    context = Optional.of(fresh);
    Page page = fresh.newPage();
    page.setDefaultTimeout(SLOW);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    return page;
  }

  record Size(int width, int height) {
    static final Size DESK = new Size(1440, 900);
    static final Size PHONE = new Size(360, 760);
  }

  void leave() {
    context.ifPresent(BrowserContext::close);
    context = Optional.empty();
  }

  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
