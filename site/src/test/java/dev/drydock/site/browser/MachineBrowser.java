package dev.drydock.site.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium and the node of this machine. Without them a test is skipped with the reason, or
 * fails where {@code DRYDOCK_REQUIRE_BROWSER} is set.
 */
final class MachineBrowser implements AutoCloseable {

  private final Playwright playwright;
  private final Browser browser;

  private MachineBrowser(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static MachineBrowser start() {
    Path chromium = required("Chromium", "chromium", "chromium-browser", "google-chrome");
    Path node = required("Node", "node", "nodejs");
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PLAYWRIGHT_NODEJS_PATH", node.toString());
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(List.of("--no-sandbox", "--disable-quic", "--disable-gpu")));
    return new MachineBrowser(playwright, browser);
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Path required(String what, String... names) {
    Optional<Path> found = Stream.of(names).flatMap(MachineBrowser::onPath).findFirst();
    if (found.isEmpty() && System.getenv("DRYDOCK_REQUIRE_BROWSER") != null) {
      Assertions.fail(what + " is required here and not on PATH");
    }
    Assumptions.assumeTrue(found.isPresent(), what + " is not on PATH");
    return found.get();
  }

  private static Stream<Path> onPath(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable);
  }
}
