package dev.drydock.site.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.exercise.Exercise;
import dev.drydock.report.ResultJson;
import dev.drydock.report.html.PageWriter;
import dev.drydock.report.html.SampleResults;
import dev.drydock.report.html.Templates;
import dev.drydock.site.RealCourse;
import dev.drydock.site.model.Page;
import dev.drydock.site.model.Workbook;
import dev.drydock.verdict.SubmissionResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ResultPagesTest {

  private static final Workbook WORKBOOK = RealCourse.workbook();
  private static final int STUDENTS = ExerciseStatistics.FEWEST;

  @Test
  void imagesOfOneProgramAreComparedByWeight() throws IOException {
    Document page = page("3.9", "results/");
    assertThat(page.select(".strip .legend").text()).contains("starter 893 MB");
    assertThat(page.select("h2").eachText()).contains("Lightest hulls");
    assertThat(page("3.9", "students/").text()).contains("by weight among 5 that passed");
  }

  /** Nobody's own beginning stands for the class's, and who chose a small program wins nothing. */
  @Test
  void imagesOfDifferentProgramsAreComparedByWhatWasTakenOff() throws IOException {
    Document page = page("3.10", "results/");
    assertThat(page.select(".dot")).hasSize(STUDENTS);
    assertThat(page.select(".strip").text()).doesNotContain("starter", "reference");
    assertThat(page.select("h2").eachText())
        .contains("Largest reductions")
        .doesNotContain("Lightest hulls");
    assertThat(page.select("table").last().select("tbody tr").first().text()).endsWith("% (3.10)");
    assertThat(page("3.10", "students/").text()).doesNotContain("by weight");
  }

  /** The first page in a folder that is about an exercise. */
  private static Document page(String id, String folder) throws IOException {
    Exercise exercise =
        WORKBOOK.exercises().stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
    Templates templates = Templates.from("/dev/drydock/site/templates", "/dev/drydock/report/html");
    Page page =
        ResultPages.forEverybody(WORKBOOK, results(exercise), templates).pages().stream()
            .filter(one -> one.path().startsWith(folder))
            .filter(one -> one.path().endsWith("/" + exercise.folderName() + ".html"))
            .findFirst()
            .orElseThrow();
    PageWriter html = new PageWriter();
    page.body().writeTo(html);
    return Jsoup.parse(html.toString());
  }

  private static ClassResults results(Exercise exercise) {
    String image = exercise.images().get(0).name();
    List<SubmissionResult> results =
        IntStream.range(0, STUDENTS)
            .mapToObj(i -> SampleResults.passing("student-" + i, 5_000_000 + i))
            .map(ResultJson::write)
            .map(json -> json.replace("\"backend\"", "\"" + image + "\""))
            .map(json -> json.replace("\"3.9\"", "\"" + exercise.id() + "\""))
            .map(ResultJson::read)
            .toList();
    return new ClassResults(
        results,
        "a secret for tests only".getBytes(StandardCharsets.UTF_8),
        Path.of("addresses.tsv"),
        Set.of("student-0", "student-1"),
        result -> Assessment.NONE);
  }
}
