package dev.drydock.site.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.drydock.report.html.HtmlReport;
import dev.drydock.report.html.SampleResults;
import dev.drydock.site.SampleCourse;
import dev.drydock.site.SiteBuilder;
import dev.drydock.site.model.SiteOptions;
import dev.drydock.site.model.Workbook;
import dev.drydock.site.results.ClassResults;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of page as a browser shows it, straight from the files. */
@Tag("browser")
class SiteBrowserTest {

  private static final String AXE =
      """
      async () => {
        const found = await axe.run(document, {
          preload: false,
          resultTypes: ['violations'],
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        });
        return found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).join(' | '));
      }
      """;

  @TempDir static Path temp;
  private static MachineBrowser machine;
  private static String axe;
  private static String student;

  @BeforeAll
  static void build() throws IOException {
    machine = MachineBrowser.start();
    Workbook workbook = SampleCourse.in(temp.resolve("course"));
    ClassResults results = SampleCourse.results(temp.resolve("addresses.tsv"), 24);
    SiteBuilder builder = new SiteBuilder(workbook, new SiteOptions(Set.of(), null, ""));
    builder.build(temp.resolve("site"), results);
    builder.buildOverview(temp.resolve("overview"), results, SampleCourse.REPORTS);
    HtmlReport.write(SampleResults.failing(), temp.resolve("report"));
    HtmlReport.write(SampleResults.nasty(), temp.resolve("nasty"));
    student = "site/students/" + results.identity("student-05").address();
    try (InputStream in = SiteBrowserTest.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @AfterAll
  static void close() {
    if (machine != null) {
      machine.close();
    }
  }

  static Stream<Arguments> pages() {
    List<Arguments> all = new ArrayList<>();
    for (String page :
        List.of(
            "site/index.html",
            "site/exercises/3.9-multi-stage-backend.html",
            "site/checks/index.html",
            "site/checks/I04.html",
            "site/glossary.html",
            "site/descents.html",
            "site/results/index.html",
            "site/results/3.9-multi-stage-backend.html",
            "STUDENT/index.html",
            "STUDENT/3.9-multi-stage-backend.html",
            "overview/results/index.html",
            "overview/results/3.9-multi-stage-backend.html",
            "overview/results/similarity.html",
            "report/index.html",
            "nasty/index.html")) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        for (int width : List.of(320, 1280)) {
          all.add(Arguments.of(page, scheme, width));
        }
      }
    }
    return all.stream();
  }

  private static String address(String page) {
    return temp.resolve(page.replace("STUDENT", student)).toUri().toString();
  }

  private static BrowserContext context(ColorScheme scheme, int width) {
    return machine
        .browser()
        .newContext(
            new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("pages")
  void pageIsQuietAccessibleAndFitsTheWindow(String path, ColorScheme scheme, int width) {
    try (BrowserContext context = context(scheme, width)) {
      Page page = context.newPage();
      List<String> said = new ArrayList<>();
      List<String> asked = new ArrayList<>();
      page.onConsoleMessage(message -> said.add(message.text()));
      page.onPageError(said::add);
      page.onRequest(request -> asked.add(request.url()));
      page.navigate(address(path));
      // what is folded is looked at as well
      page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
      page.evaluate(axe);
      @SuppressWarnings("unchecked")
      List<String> violations = (List<String>) page.evaluate(AXE);
      assertThat(violations).isEmpty();
      assertThat(said).isEmpty();
      assertThat(asked).allMatch(url -> url.startsWith(temp.toUri().toString()));
      assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
          .as("width of the page")
          .isLessThanOrEqualTo(width);
    }
  }

  @Test
  void searchFindsByKeyboardAlone() {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
      Page page = context.newPage();
      List<String> said = new ArrayList<>();
      page.onConsoleMessage(message -> said.add(message.text()));
      page.navigate(address("site/checks/I01.html"));
      page.focus("#search");
      page.keyboard().type("base imag");
      page.waitForSelector("#search-results li");
      page.keyboard().press("ArrowDown");
      assertThat(page.locator("#search").getAttribute("aria-activedescendant"))
          .isEqualTo("search-hit-0");
      page.keyboard().press("Enter");
      page.waitForURL("**/glossary.html#base-image");
      assertThat(said).isEmpty();
    }
  }

  @Test
  void searchSaysThatThereIsNothing() {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
      Page page = context.newPage();
      page.navigate(address("site/checks/I01.html"));
      page.focus("#search");
      page.keyboard().type("zzyzx");
      Locator nothing = page.getByText("Nothing found");
      nothing.waitFor();
      assertThat(nothing.boundingBox().height).isGreaterThan(20);
      page.keyboard().press("Escape");
      assertThat(page.locator("[data-search-status]").textContent()).isEmpty();
    }
  }

  @Test
  void searchIsLoadedOnlyWhenAskedFor() {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
      Page page = context.newPage();
      List<String> asked = new ArrayList<>();
      page.onRequest(request -> asked.add(request.url()));
      page.navigate(address("site/index.html"));
      assertThat(asked).noneMatch(url -> url.contains("lunr") || url.contains("search-index"));
    }
  }

  @Test
  void themeIsKeptFromPageToPage() {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
      Page page = context.newPage();
      page.navigate(address("site/index.html"));
      String light = background(page);
      page.click("[data-theme-toggle]");
      String dark = background(page);
      assertThat(dark).isNotEqualTo(light);
      page.navigate(address("site/glossary.html"));
      assertThat(background(page)).isEqualTo(dark);
      assertThat(page.locator("[data-theme-toggle]").getAttribute("aria-pressed"))
          .isEqualTo("true");
    }
  }

  private static String background(Page page) {
    return (String) page.evaluate("getComputedStyle(document.body).backgroundColor");
  }

  @Test
  void copyTakesCommandsWithoutPromptsAndOutput() {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
      context.addInitScript(
          "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); };");
      Page page = context.newPage();
      page.navigate(address("site/exercises/3.9-multi-stage-backend.html"));
      page.locator(".copy").first().click();
      assertThat(page.evaluate("window.copied"))
          .isEqualTo(
              "docker build -t board backend\ndocker run --rm \\\n    -p 8080:8080 board\n"
                  + "docker history board\n");
    }
  }

  @Test
  void linkToAFoldedCheckOpensIt() {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
      Page page = context.newPage();
      page.navigate(address("report/index.html") + "#i1-backend-d01");
      assertThat(page.locator("#i1-backend-d01").getAttribute("open")).isNotNull();
    }
  }

  /** Without motion: a click that awaits a page's rest may never see the end of a smooth scroll. */
  @Test
  void everythingIsReadWithoutJavaScript() {
    try (BrowserContext context =
        machine
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setJavaScriptEnabled(false)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setViewportSize(320, 900))) {
      Page page = context.newPage();
      page.navigate(address("site/exercises/3.9-multi-stage-backend.html"));
      Locator hint = page.locator("details.hint").first();
      hint.locator("summary").click();
      assertThat(hint.locator("p").isVisible()).isTrue();
      page.locator(".menu").click();
      page.locator(".side a", new Page.LocatorOptions().setHasText("Glossary")).click();
      assertThat(page.url()).endsWith("/glossary.html");
      assertThat(page.locator("[data-search-box]").isVisible()).isFalse();
    }
  }

  @Test
  void keyboardReachesTheContentFirst() {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
      Page page = context.newPage();
      page.navigate(address("site/checks/I04.html"));
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
    }
  }

  @Test
  void printShowsHints() {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
      Page page = context.newPage();
      page.navigate(address("site/exercises/3.9-multi-stage-backend.html"));
      page.evaluate("dispatchEvent(new Event('beforeprint'))");
      assertThat(page.locator("details.hint:not([open])").count()).isZero();
      page.evaluate("dispatchEvent(new Event('afterprint'))");
      assertThat(page.locator("details.hint[open]").count()).isZero();
    }
  }
}
