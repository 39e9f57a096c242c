package dev.drydock.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.report.html.SampleResults;
import dev.drydock.site.model.ContentException;
import dev.drydock.site.model.SiteOptions;
import dev.drydock.site.model.Workbook;
import dev.drydock.site.results.ClassResults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteBuilderTest {

  @TempDir static Path temp;
  private static Workbook workbook;
  private static Path site;
  private static Path overview;
  private static ClassResults results;

  @BeforeAll
  static void build() throws IOException {
    workbook = SampleCourse.in(temp.resolve("course"));
    results = SampleCourse.results(temp.resolve("private/addresses.tsv"), 24);
    site = temp.resolve("site");
    overview = temp.resolve("overview");
    SiteOptions options =
        new SiteOptions(Set.of(), LocalDate.of(2026, 3, 1), "https://course.example/drydock");
    new SiteBuilder(workbook, options).build(site, results);
    new SiteBuilder(workbook, options).buildOverview(overview, results, SampleCourse.REPORTS);
  }

  private static Document page(Path root, String path) throws IOException {
    return Jsoup.parse(Files.readString(root.resolve(path)));
  }

  static Map<String, byte[]> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      Map<String, byte[]> all = new TreeMap<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(root.relativize(file).toString(), Files.readAllBytes(file));
      }
      return all;
    }
  }

  private static List<Path> pages(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }

  @Test
  void everyKindOfPageIsThere() {
    assertThat(
            List.of(
                "index.html",
                "exercises/3.9-multi-stage-backend.html",
                "checks/index.html",
                "checks/I01.html",
                "checks/B03.html",
                "glossary.html",
                "results/index.html",
                "results/3.9-multi-stage-backend.html",
                "students/index.html",
                "sitemap.xml",
                "robots.txt"))
        .allSatisfy(path -> assertThat(site.resolve(path)).exists());
  }

  @Test
  void theAuthorsGuideHasEverySettingOfEveryCheck() throws IOException {
    List<String> rows =
        page(site, "guides/author.html").select("main tr").stream()
            .map(row -> row.select("td").eachText())
            .filter(cells -> cells.size() == 4)
            .filter(cells -> cells.stream().noneMatch(String::isBlank))
            .map(cells -> cells.get(0) + " " + cells.get(1))
            .toList();
    List<String> settings =
        CheckCatalogue.all().stream()
            .flatMap(
                check ->
                    check.settings().settings().stream()
                        .map(
                            setting ->
                                check.id()
                                    + " "
                                    + setting.name()
                                    + (setting.needed() ? ", always" : "")))
            .toList();
    assertThat(settings).contains("I01 max, always", "I01 bands", "D17 uses, always");
    assertThat(rows).containsExactlyElementsOf(settings);
    assertThat(Files.readString(site.resolve("guides/author.html")))
        .contains("a list of some of cache-mount, link, heredoc, healthcheck, copy-chown");
  }

  @Test
  void anExercisesPageSaysWhatIsSet() throws IOException {
    assertThat(page(site, "exercises/3.9-multi-stage-backend.html").text())
        .contains("at most 8.00 MB");
    assertThat(page(site, "checks/I01.html").text()).contains("backend: at most 8.00 MB");
  }

  @Test
  void twoBuildsAreByteIdentical(@TempDir Path again) throws IOException {
    ClassResults same = SampleCourse.results(again.resolve("addresses.tsv"), 24);
    SiteOptions options =
        new SiteOptions(Set.of(), LocalDate.of(2026, 3, 1), "https://course.example/drydock/");
    new SiteBuilder(workbook, options).build(again.resolve("site"), same);
    Map<String, byte[]> first = files(site);
    Map<String, byte[]> second = files(again.resolve("site"));
    assertThat(second.keySet()).isEqualTo(first.keySet());
    first.forEach((path, bytes) -> assertThat(second.get(path)).as(path).isEqualTo(bytes));
  }

  @Test
  void noPageHasAnythingTheSecurityPolicyForbids() throws IOException {
    for (Path file : pages(site)) {
      Document page = Jsoup.parse(Files.readString(file));
      assertThat(page.select("[style], style, script:not([src]), iframe, object, form, base"))
          .as(file.toString())
          .isEmpty();
      assertThat(
              page.select("script, link[rel=stylesheet], img").stream()
                  .map(e -> e.attr("src") + e.attr("href")))
          .as(file.toString())
          .noneMatch(address -> address.contains("//"));
      assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
          .as(file.toString())
          .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
          .doesNotContain("unsafe");
    }
  }

  @Test
  void pagesAreWellFormed() throws IOException {
    for (Path root : List.of(site, overview)) {
      for (Path file : pages(root)) {
        Parser parser = Parser.htmlParser().setTrackErrors(5);
        parser.parseInput(Files.readString(file), "");
        assertThat(parser.getErrors()).as(file.toString()).isEmpty();
      }
    }
  }

  @Test
  void publicPagesNameNobody() throws IOException {
    for (String path : List.of("results/index.html", "results/3.9-multi-stage-backend.html")) {
      assertThat(Files.readString(site.resolve(path))).doesNotContain("student-0", "student-1");
    }
    Document table = page(site, "results/index.html");
    assertThat(table.select(".matrix tbody tr")).hasSize(24);
    assertThat(table.select("tbody th").eachText()).isSorted().doesNotHaveDuplicates();
    assertThat(table.select("tbody .cell").eachText())
        .contains("✔ passed", "✘ not yet", "! not graded");
  }

  @Test
  void studentsPagesAreLinkedFromNowhereAndKeptFromSearch() throws IOException {
    String address = results.identity("student-00").address();
    assertThat(address).hasSize(32).matches("[a-z2-7]+");
    Path own = site.resolve("students").resolve(address).resolve("index.html");
    assertThat(own).exists();
    Document page = Jsoup.parse(Files.readString(own));
    assertThat(page.select("meta[name=robots]").attr("content")).contains("noindex");
    assertThat(page.select("meta[name=referrer]").attr("content")).isEqualTo("no-referrer");
    files(site)
        .forEach(
            (path, bytes) -> {
              if (!path.contains(address)) {
                assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .as(path)
                    .doesNotContain(address);
              }
            });
  }

  @Test
  void addressesAreListedOutsideForTheOwnerOnly() throws IOException {
    Path file = results.addressFile();
    assertThat(Files.readAllLines(file))
        .hasSize(25)
        .element(1)
        .asString()
        .startsWith("student-00\t");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    ClassResults inside = SampleCourse.results(site.resolve("addresses.tsv"), 3);
    assertThatThrownBy(() -> new SiteBuilder(workbook, SiteOptions.DEFAULT).build(site, inside))
        .hasMessageContaining("must not be in the public site");
  }

  @Test
  void whoLeftHasNoPageAnyMore(@TempDir Path again) throws IOException {
    ClassResults many = SampleCourse.results(again.resolve("a.tsv"), 3);
    new SiteBuilder(workbook, SiteOptions.DEFAULT).build(again.resolve("site"), many);
    Path gone = again.resolve("site/students").resolve(many.identity("student-02").address());
    assertThat(gone).isDirectory();
    ClassResults fewer = SampleCourse.results(again.resolve("a.tsv"), 2);
    new SiteBuilder(workbook, SiteOptions.DEFAULT).build(again.resolve("site"), fewer);
    assertThat(gone).doesNotExist();
    assertThat(again.resolve("site/students").resolve(fewer.identity("student-01").address()))
        .isDirectory();
  }

  @Test
  void overviewHasNamesAndWaysToEveryone() throws IOException {
    Document table = page(overview, "results/index.html");
    assertThat(table.select("tbody th a").eachText()).contains("student-00", "student-23");
    Document exercise = page(overview, "results/3.9-multi-stage-backend.html");
    assertThat(exercise.text()).contains("the engine did not answer within 30 s", "drydock batch");
  }

  @Test
  void distributionIsNotShownForFew(@TempDir Path few) throws IOException {
    ClassResults four = SampleCourse.results(few.resolve("a.tsv"), 4);
    new SiteBuilder(workbook, SiteOptions.DEFAULT).build(few.resolve("site"), four);
    Document page = page(few.resolve("site"), "results/3.9-multi-stage-backend.html");
    assertThat(page.select(".strip, .bars")).isEmpty();
    assertThat(page.text()).contains("once 5 submissions are graded");
  }

  @Test
  void distributionOfAClassIsShown() throws IOException {
    Document page = page(site, "results/3.9-multi-stage-backend.html");
    assertThat(page.select(".dot")).hasSizeGreaterThanOrEqualTo(15);
    assertThat(page.select(".strip .legend li").eachText())
        .startsWith("within the limit: 9", "above: 9")
        .endsWith("limit 8.00 MB", "reference 5.20 MB", "starter 893 MB");
    assertThat(page.select(".strip table td:first-child").eachText())
        .hasSize(9 + 9 + 3)
        .startsWith("1 image", "1 image", "reference")
        .endsWith("1 image", "starter")
        .element(9 + 1)
        .isEqualTo("limit");
    assertThat(page.select(".bars li").first().text()).contains("D07");
    assertThat(page.select("#board + p + div td").eachText())
        .contains(results.identity("student-00").pseudonym());
  }

  @Test
  void whoAskedIsOnTheBoardOfReductions() throws IOException {
    assertThat(page(site, "results/index.html").select("#reductions + p + div tr").eachText())
        .containsExactly(
            "Place Who Taken off the starter",
            "1 " + results.identity("student-02").pseudonym() + " 99.5 % (3.9)",
            "2 " + results.identity("student-00").pseudonym() + " 99.5 % (3.9)");
  }

  @Test
  void instructorHasMarksAndWhatIsAlikeBesideTheTable() throws IOException {
    Document page = page(overview, "results/index.html");
    assertThat(page.select("#exports + ul a").eachAttr("href"))
        .containsExactly("../results/similarity.html", "../results/marks.csv");
    assertThat(overview.resolve("results/marks.csv")).hasContent(SampleCourse.REPORTS.marks());
    assertThat(page(overview, "results/similarity.html").select("main pre").text())
        .contains("90 % alike: student-00, <b>student-01</b>");
    assertThat(page(site, "results/index.html").select("#exports")).isEmpty();
    assertThat(site.resolve("results/similarity.html")).doesNotExist();
    assertThat(site.resolve("results/marks.csv")).doesNotExist();
  }

  @Test
  void studentSeesOwnAttemptsOverTime() throws IOException {
    assertThat(ownPage("student-05").select("#attempts + div tbody tr").eachText())
        .containsExactly(
            "2026-03-02 22:10 ✘ not yet judged again 12", "2026-02-27 22:10 ⊘ not gradable 0");
    assertThat(ownPage("student-06").select("#attempts")).as("there was one").isEmpty();
  }

  @Test
  void whatTheInstructorDecidedCountsAndIsSaid() throws IOException {
    String path = "students/" + results.identity("student-05").address() + "/index.html";
    assertThat(page(site, path).select(".mine li").eachText())
        .containsExactly("3.9 Multi-stage backend ✘ not yet 7.5/20 points late");
    assertThat(ownPage("student-05").select(".callout p").eachText())
        .containsExactly(
            "7.5 of 20 points count",
            "The points were set by the instructor.",
            "Comment: <b>well</b> explained",
            "Handed in late by 2 h.");
    assertThat(ownPage("student-06").select(".callout p")).isEmpty();
  }

  @Test
  void onlyTheInstructorSeesOfEverybodyWhatWasLate() throws IOException {
    String exercise = "results/3.9-multi-stage-backend.html";
    assertThat(page(overview, "results/index.html").select("tr:contains(student-05) td").text())
        .isEqualTo("✘ not yet 7.5/20 late 0 of 1");
    assertThat(page(overview, exercise).select("tr:contains(student-05)").text())
        .startsWith("student-05 ✘ not yet late 7.5/20");
    assertThat(page(site, "results/index.html").select("table").text()).doesNotContain("late");
    assertThat(page(site, exercise).text()).doesNotContain("student-05", "7.5/20");
  }

  private static Document ownPage(String student) throws IOException {
    String address = results.identity(student).address();
    return page(site, "students/" + address + "/3.9-multi-stage-backend.html");
  }

  @Test
  void hostileResultsAreInert(@TempDir Path folder) throws IOException {
    ClassResults nasty = SampleCourse.nasty(folder.resolve("a.tsv"));
    SiteBuilder builder = new SiteBuilder(workbook, SiteOptions.DEFAULT);
    builder.build(folder.resolve("site"), nasty);
    builder.buildOverview(folder.resolve("overview"), nasty, SampleCourse.REPORTS);
    for (String root : List.of("site", "overview")) {
      for (Path file : pages(folder.resolve(root))) {
        Document page = Jsoup.parse(Files.readString(file));
        assertThat(page.select("script")).as(file.toString()).hasSize(1);
        assertThat(page.select("img, [onerror], iframe")).as(file.toString()).isEmpty();
        assertThat(page.select("a[href*=javascript], a[href^=//]")).as(file.toString()).isEmpty();
        assertThat(page.html()).doesNotContain("\u001b", "\u202E");
      }
    }
    assertThat(Files.readString(folder.resolve("a.tsv"))).doesNotContain("\u001b");
    assertThat(SampleResults.NASTY).contains("<script>");
  }

  @Test
  void sitemapListsPublicPagesOnly() throws IOException {
    String sitemap = Files.readString(site.resolve("sitemap.xml"));
    assertThat(sitemap).contains("https://course.example/drydock/checks/I01.html");
    assertThat(sitemap).doesNotContain("students", "results/");
  }

  @Test
  void thePageInPlaceOfAMissingOneWorksAtAnyDepth(@TempDir Path folder) throws IOException {
    Document page = page(site, "404.html");
    List<String> addresses =
        page.select("[href], [src]").stream().map(SiteBuilderTest::to).toList();
    assertThat(addresses)
        .contains("/drydock/assets/drydock.css", "/drydock/checks/index.html")
        .allMatch(to -> to.startsWith("/drydock/") || to.startsWith("#"));
    assertThat(page.select("meta[name=robots]").attr("content")).contains("noindex");
    assertThat(overview.resolve("404.html")).as("its own is no public page").doesNotExist();

    new SiteBuilder(workbook, SiteOptions.DEFAULT).build(folder, null);
    assertThat(folder.resolve("404.html")).as("without an address").doesNotExist();
  }

  private static String to(Element element) {
    return element.attr(element.hasAttr("href") ? "href" : "src");
  }

  @Test
  void searchKnowsSectionsAndNoResults() throws IOException {
    String index = Files.readString(site.resolve("assets/search-index.js"));
    assertThat(index)
        .contains("glossary.html#base-image", "exercises/3.9-multi-stage-backend.html#hints");
    assertThat(index).doesNotContain("students/", "results/");
  }

  @Test
  void searchShowsCodeInHeadings(@TempDir Path folder) throws IOException {
    Workbook course = SampleCourse.in(folder);
    Path readme = course.exercises().get(0).folder().resolve("README.md");
    Files.writeString(readme, "# A\n\n## Why `FROM scratch` is small\n\nB\n");
    Files.writeString(
        course.exercises().get(1).folder().resolve("README.md"), "# B\n\nNo links.\n");
    new SiteBuilder(course, SiteOptions.DEFAULT).build(folder.resolve("s"), null);
    assertThat(Files.readString(folder.resolve("s/assets/search-index.js")))
        .contains("\"t\":\"Why FROM scratch is small\"");
  }

  @Test
  void brokenLinkFailsTheBuildWithFileAndTarget(@TempDir Path folder) throws IOException {
    Workbook broken = SampleCourse.in(folder);
    Path readme = broken.exercises().get(1).folder().resolve("README.md");
    Files.writeString(readme, "# A\n\n[x](glossary:no-such-word) [y](#nowhere)\n");
    assertThatThrownBy(
            () -> new SiteBuilder(broken, SiteOptions.DEFAULT).build(folder.resolve("s"), null))
        .isInstanceOf(ContentException.class)
        .hasMessageContaining("exercises/3.8-multi-stage-frontend.html → ../exercises/3.9")
        .hasMessageContaining(
            "exercises/3.9-multi-stage-backend.html → ../glossary.html#no-such-word: no such section")
        .hasMessageContaining("→ #nowhere");
    assertThat(folder.resolve("s")).doesNotExist();
  }

  @Test
  void linkOfUnknownKindNamesTheFile(@TempDir Path folder) throws IOException {
    Workbook broken = SampleCourse.in(folder);
    Path readme = broken.exercises().get(1).folder().resolve("README.md");
    for (String link : List.of("checks:Z99", "backend/Dockerfile", "../9-none/README.md")) {
      Files.writeString(readme, "# A\n\n[x](" + link + ")\n");
      assertThatThrownBy(
              () -> new SiteBuilder(broken, SiteOptions.DEFAULT).build(folder.resolve("s"), null))
          .hasMessageContaining("3.9-multi-stage-backend/README.md: link to " + link);
    }
  }

  @Test
  void everyPageHasOneMainHeadingAndMarksItselfInTheNavigation() throws IOException {
    for (Path file : pages(site)) {
      assertThat(Jsoup.parse(Files.readString(file)).select("h1")).as(file.toString()).hasSize(1);
    }
    assertThat(page(site, "glossary.html").select(".side [aria-current=page]").text())
        .isEqualTo("Glossary");
    assertThat(page(site, "checks/I01.html").select(".side [aria-current=true]").text())
        .isEqualTo("Checks");
  }
}
