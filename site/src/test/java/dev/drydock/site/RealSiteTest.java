package dev.drydock.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.report.html.FeedbackPage;
import dev.drydock.report.html.HtmlReport;
import dev.drydock.report.html.SampleResults;
import dev.drydock.site.results.ClassResults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The course as it is, with the results of a class, as a site. */
@Tag("long")
class RealSiteTest {

  /** In bytes, compressed. */
  private static final int FIRST_LOAD = 60_000;

  private static final int SEARCH = 60_000;

  @TempDir static Path temp;
  private static Path site;

  @BeforeAll
  static void build() throws IOException {
    site = temp.resolve("site");
    ClassResults results = SampleCourse.results(temp.resolve("addresses.tsv"), 24);
    SiteBuilder builder = RealCourse.builder();
    builder.build(site, results);
    builder.buildOverview(temp.resolve("overview"), results, SampleCourse.REPORTS);
  }

  @Test
  void everyExerciseHasItsPageAndItsReference() {
    assertThat(RealCourse.workbook().exercises())
        .isNotEmpty()
        .allSatisfy(
            exercise ->
                assertThat(site.resolve("exercises/" + exercise.folderName() + ".html")).exists());
    assertThat(site.resolve("solutions/3.9-multi-stage-backend.html")).exists();
  }

  @Test
  void everyPageIsValidHtml() throws Exception {
    HtmlChecker checker = new HtmlChecker();
    List<String> found = new ArrayList<>();
    Map<String, String> pages = pages();
    for (Map.Entry<String, String> page : pages.entrySet()) {
      found.addAll(checker.check(page.getKey(), page.getValue()));
    }
    assertThat(pages).hasSizeGreaterThan(100);
    assertThat(found).isEmpty();
  }

  @Test
  void theCheckerSeesWhatIsWrong() throws Exception {
    assertThat(new HtmlChecker().check("x.html", "<!DOCTYPE html><title>x</title><p><div></p>"))
        .isNotEmpty();
  }

  @Test
  void firstLoadOfEveryPageStaysInItsBudget() throws IOException {
    int assets =
        compressed(site.resolve("assets/drydock.css"))
            + compressed(site.resolve("assets/drydock.js"))
            + compressed(site.resolve("assets/icon.svg"));
    List<Path> pages = htmlFiles(site);
    assertThat(pages)
        .anyMatch(page -> page.startsWith(site.resolve("exercises")))
        .anyMatch(page -> page.startsWith(site.resolve("checks")))
        .anyMatch(page -> page.startsWith(site.resolve("students")));
    for (Path page : pages) {
      assertThat(assets + compressed(page)).as(page.toString()).isLessThanOrEqualTo(FIRST_LOAD);
    }
  }

  @Test
  void searchStaysInItsBudget() throws IOException {
    assertThat(
            compressed(site.resolve("assets/lunr.js"))
                + compressed(site.resolve("assets/search-index.js")))
        .isLessThanOrEqualTo(SEARCH);
  }

  private static Map<String, String> pages() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    for (Path file : htmlFiles(temp)) {
      pages.put(temp.relativize(file).toString(), Files.readString(file));
    }
    pages.put("failing.html", HtmlReport.render(SampleResults.failing(), HtmlReport.Options.NONE));
    pages.put("passing.html", HtmlReport.render(SampleResults.passing(), HtmlReport.Options.NONE));
    pages.put("nasty.html", HtmlReport.render(SampleResults.nasty(), HtmlReport.Options.NONE));
    String feedback =
        FeedbackPage.render(
            "student-07",
            List.of(
                new FeedbackPage.Part(SampleResults.failing(), "Backend", "3", List.of("late"))));
    // without its style: the checker knows neither hashes in security policies nor
    // ::details-content
    pages.put("feedback.html", feedback.replaceFirst("(?s)<style>.*?</style>", ""));
    return pages;
  }

  private static List<Path> htmlFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }

  private static int compressed(Path file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(Files.readAllBytes(file));
    }
    return out.size();
  }
}
