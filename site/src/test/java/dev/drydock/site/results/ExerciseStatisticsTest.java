package dev.drydock.site.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.exercise.Exercise;
import dev.drydock.grade.SubmissionResult;
import dev.drydock.report.ResultJson;
import dev.drydock.report.html.SampleResults;
import dev.drydock.site.RealCourse;
import dev.drydock.site.model.Workbook;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExerciseStatisticsTest {

  private static final Workbook WORKBOOK = RealCourse.workbook();

  @Test
  void theStarterIsMarkedWhereAllBeganWithIt() {
    assertThat(plot("3.9").starterText()).isNotEmpty();
    assertThat(plot("3.9").rows()).extracting(StripPlot.Row::name).contains("starter");
  }

  @Test
  void noOnesOwnBeginningIsShownAsTheClasss() {
    assertThat(plot("3.10").starterText()).isEmpty();
    assertThat(plot("3.10").rows()).extracting(StripPlot.Row::name).doesNotContain("starter");
  }

  private static StripPlot plot(String id) {
    Exercise exercise =
        WORKBOOK.exercises().stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
    String image = exercise.images().get(0).name();
    List<SubmissionResult> results =
        IntStream.range(0, ExerciseStatistics.FEWEST)
            .mapToObj(i -> SampleResults.passing("student-" + i, 5_000_000 + i))
            .map(result -> ResultJson.write(result).replace("\"backend\"", "\"" + image + "\""))
            .map(ResultJson::read)
            .toList();
    return ExerciseStatistics.of(WORKBOOK, exercise, results).plots().get(0).plot();
  }
}
