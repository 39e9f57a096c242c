package dev.drydock.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.exercise.Exercise.PublishedFigure;
import dev.drydock.image.ByteSize;
import dev.drydock.site.model.Descent;
import dev.drydock.site.model.SiteOptions;
import dev.drydock.site.model.Workbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescentPageTest {

  @TempDir Path folder;

  @Test
  void everyMeasuredExerciseIsThereAndNoOther() throws IOException {
    Document page = built("descents.html");
    assertThat(page.select(".fleet__rows li").eachText())
        .containsExactly("3.9 Multi-stage backend 893 MB → 5.20 MB");
    assertThat(page.select("h2 a.plain").eachText()).containsExactly("3.9 Multi-stage backend");
  }

  @Test
  void theTableHasEveryStepAndThePublishedFigures() throws IOException {
    Document page = built("descents.html");
    assertThat(page.select(".fleet tbody td:first-child").eachText())
        .hasSize(7)
        .startsWith("One stage, whole SDK")
        .endsWith("published figure: the course's own limit");
    assertThat(page.select(".fleet tbody td").eachText()).contains("893 MB", "25.0 MB");
  }

  @Test
  void homeAndNavigationLeadThere() throws IOException {
    Document home = built("index.html");
    assertThat(home.select(".side a[href=descents.html], .more a[href=descents.html]")).hasSize(2);
  }

  @Test
  void withoutFiguresThereIsNoSuchPage() throws IOException {
    Workbook workbook = SampleCourse.in(folder);
    Files.delete(folder.resolve("figures/3.9.json"));
    new SiteBuilder(workbook, SiteOptions.DEFAULT).build(folder.resolve("site"), null);
    assertThat(folder.resolve("site/descents.html")).doesNotExist();
    assertThat(Files.readString(folder.resolve("site/index.html"))).doesNotContain("descents");
  }

  @Test
  void tenTimesTheWeightIsTheSameDistanceEverywhere() {
    Descent descent =
        new Descent(
            "3.9",
            "backend",
            "",
            false,
            false,
            List.of(
                new Descent.Step("a", "", 1_000_000_000L),
                new Descent.Step("b", "", 100_000_000),
                new Descent.Step("c", "", 10_000_000)));
    PublishedFigure published = new PublishedFigure("theirs", ByteSize.parse("100 MB"));
    DescentChart.Row row =
        DescentChart.of(List.of(new DescentChart.Entry("3.9", "e", descent, List.of(published))))
            .rows()
            .get(0);
    assertThat(row.steps()).hasSize(1).isEqualTo(row.published());
    assertThat(row.steps().get(0)).isEqualTo((row.from() + row.to()) / 2);
  }

  private Document built(String page) throws IOException {
    new SiteBuilder(SampleCourse.in(folder), SiteOptions.DEFAULT)
        .build(folder.resolve("site"), null);
    return Jsoup.parse(Files.readString(folder.resolve("site").resolve(page)));
  }
}
