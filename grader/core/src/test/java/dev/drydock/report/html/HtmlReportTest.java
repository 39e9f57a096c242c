package dev.drydock.report.html;

import static dev.drydock.fixture.EvidenceFixtures.evidence;
import static dev.drydock.fixture.EvidenceFixtures.sent;
import static dev.drydock.fixture.ExerciseFixtures.exercise;
import static dev.drydock.fixture.ExerciseFixtures.required;
import static dev.drydock.fixture.ExerciseFixtures.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.verdict.Grading;
import dev.drydock.verdict.SubmissionResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

  private static Document failing() {
    return Jsoup.parse(
        HtmlReport.render(SampleResults.failing(), new HtmlReport.Options("Backend", "../site")));
  }

  @Test
  void firstFailureIsOnTopWithItsFourParts() {
    Element start = failing().selectFirst(".start");
    assertThat(start.text()).contains("D07", "Asked", "exec form", "Found", "Where", "line 17");
    assertThat(start.text()).contains("Next step", "let the program read PORT itself");
    assertThat(start.select("a[href='../site/checks/D07.html']")).hasSize(1);
  }

  @Test
  void nothingIsStartedWithBeforeTheBuild() {
    SubmissionResult result =
        Grading.of(
            exercise(service(required("C01", 1))),
            List.of(evidence().context(null, sent("main.go", 1)).buildFails(4, "boom").get()),
            List.of(),
            SampleResults.passing().environment());
    Document page =
        Jsoup.parse(HtmlReport.render(result, new HtmlReport.Options("Backend", "../site")));
    assertThat(page.select(".check--fail .cid").eachText()).contains("C01");
    assertThat(page.select(".start")).isEmpty();
    assertThat(page.text()).contains("line 4: the image does not build").contains("boom");
  }

  @Test
  void checksKeepTheirOrderAndOnlyFailuresNotShownOnTopAreOpen() {
    Document page = failing();
    assertThat(page.select(".checks .cid").eachText())
        .startsWith("D01", "D02", "D03", "D05", "D07")
        .endsWith("R03", "R05");
    assertThat(page.select(".check[open] .cid").eachText())
        .containsExactly("D11", "I01", "I09", "R05");
  }

  @Test
  void stateIsAWordAndNotOnlyAColour() {
    assertThat(failing().select(".checks .state").eachText())
        .contains("✔ pass", "✘ fail", "△ advice", "◌ blocked");
  }

  @Test
  void whatDoesNotApplyStandsApartWithItsReason() {
    Document page = failing();
    assertThat(page.select(".apart > li").eachText())
        .containsExactly("I14 Certificates It does not.");
    assertThat(page.select("details:has(.apart) > summary").text())
        .isEqualTo("Checks that do not apply here (1)");
    assertThat(page.select(".checks").text()).doesNotContain("I14");
  }

  @Test
  void messagesStandAtTheirLinesOfTheDockerfile() {
    Element line = failing().getElementById("i1-backend-l17");
    assertThat(line.select("code").first().text()).isEqualTo("CMD server --port ${PORT}");
    assertThat(line.select(".df__note").eachText())
        .anySatisfy(note -> assertThat(note).contains("D07", "shell form"))
        .anySatisfy(note -> assertThat(note).contains("R05"));
  }

  @Test
  void bytesAreShownAtTheLineThatAddsThem() {
    assertThat(failing().select("#i1-backend-l13 .df__added").text()).isEqualTo("+7.10 MB");
  }

  @Test
  void withoutASiteThereAreNoLinksIntoIt() {
    Document page =
        Jsoup.parse(HtmlReport.render(SampleResults.failing(), HtmlReport.Options.NONE));
    assertThat(page.select("a[href]").eachAttr("href")).allMatch(href -> href.startsWith("#"));
  }

  @Test
  void everyLinkInThePageHasItsTarget() {
    Document page = failing();
    for (String href : page.select("a[href^=#]").eachAttr("href")) {
      assertThat(page.getElementById(href.substring(1))).as(href).isNotNull();
    }
    List<String> ids = page.select("[id]").eachAttr("id");
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void hostileTextIsInert() {
    String html =
        HtmlReport.render(SampleResults.nasty(), new HtmlReport.Options(SampleResults.NASTY, "s/"));
    Document page = Jsoup.parse(html);
    assertThat(page.select("script")).hasSize(1);
    assertThat(page.select("img, iframe, object, base, form, style, [style]")).isEmpty();
    assertThat(page.getAllElements())
        .allSatisfy(
            element ->
                assertThat(element.attributes())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on")));
    assertThat(page.select("[href], [src]").stream().map(e -> e.attr("href") + e.attr("src")))
        .noneMatch(address -> address.contains("javascript:") || address.startsWith("//"));
    assertThat(html).doesNotContain("\u001b", "\u202E", "\u0000", "49<");
    assertThat(page.text()).contains("<script>alert(1)</script>", "${7*7}", "<#assign x=1>");
  }

  @Test
  void nothingInThePageNeedsMoreThanTheFilesBesideIt() {
    Document page = failing();
    assertThat(page.select("[style], style, script:not([src])")).isEmpty();
    assertThat(page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void notGradedIsNeutralAndSaysWhy() {
    Document page =
        Jsoup.parse(HtmlReport.render(SampleResults.notGraded("x"), HtmlReport.Options.NONE));
    assertThat(page.select(".verdict--neutral").text())
        .contains("Not graded", "the engine did not answer within 30 s");
  }

  @Test
  void folderHoldsThePageAndWhatItNeeds(@TempDir Path folder) throws IOException {
    Path page = HtmlReport.write(SampleResults.failing(), folder);
    assertThat(page).hasFileName("index.html");
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("index.html", "drydock.css", "drydock.js", "icon.svg");
    }
  }

  @Test
  void twoRunsAreByteIdentical() {
    assertThat(HtmlReport.render(SampleResults.nasty(), HtmlReport.Options.NONE))
        .isEqualTo(HtmlReport.render(SampleResults.nasty(), HtmlReport.Options.NONE));
  }
}
