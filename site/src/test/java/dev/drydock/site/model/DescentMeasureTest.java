package dev.drydock.site.model;

import static dev.drydock.fixture.EvidenceFixtures.evidence;
import static dev.drydock.fixture.ExerciseFixtures.environment;
import static dev.drydock.fixture.ExerciseFixtures.exercise;
import static dev.drydock.fixture.ExerciseFixtures.rule;
import static dev.drydock.fixture.ExerciseFixtures.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.evidence.Evidence;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.Solutions;
import dev.drydock.verdict.Grading;
import dev.drydock.verdict.SubmissionResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescentMeasureTest {

  private static final Exercise WHOLE = exercise(service(rule("I01", 1).get()));
  private static final Exercise OWN =
      exercise(service(rule("I02", 1).set("{maxRatio: 0.5, ownBytes: true}").get()));

  @TempDir private Path figures;

  private static Solutions.Step step(String name) {
    return new Solutions.Step(name, Path.of(name), "Step " + name, "why " + name);
  }

  private static SubmissionResult built(Exercise exercise, long base, long own) {
    Evidence seen = evidence().image(i -> i.noLayers().base(base).own("COPY /a", own)).get();
    return Grading.of(exercise, List.of(seen), List.of(), environment());
  }

  private static SubmissionResult notBuilt(Exercise exercise) {
    Evidence seen = evidence().buildFails(2, "no such file").get();
    return Grading.of(exercise, List.of(seen), List.of(), environment());
  }

  @Test
  void theStepsOfAnImageAreItsDescent() throws IOException {
    DescentMeasure measure = new DescentMeasure(WHOLE);
    assertThat(measure.add(step("01"), built(WHOLE, 700, 90)))
        .isEqualTo(Map.of("backend", OptionalLong.of(790)));
    measure.add(step("02"), built(WHOLE, 5, 7));
    measure.write(figures);
    Descent descent = Descents.read(figures, "3.9", "").orElseThrow();
    assertThat(descent.engine()).isEqualTo("28.5.2");
    assertThat(descent.aboveBase()).isFalse();
    assertThat(descent.steps())
        .containsExactly(
            new Descent.Step("Step 01", "why 01", 790), new Descent.Step("Step 02", "why 02", 12));
  }

  @Test
  void theFigureShowsWhatTheExerciseCompares() throws IOException {
    DescentMeasure measure = new DescentMeasure(OWN);
    measure.add(step("01"), built(OWN, 700, 90));
    measure.write(figures);
    Descent descent = Descents.read(figures, "3.9", "").orElseThrow();
    assertThat(descent.aboveBase()).isTrue();
    assertThat(descent.reference().bytes()).isEqualTo(90);
  }

  @Test
  void aStepThatDoesNotBuildIsNotMeasured() {
    DescentMeasure measure = new DescentMeasure(WHOLE);
    assertThat(measure.add(step("01"), notBuilt(WHOLE)))
        .isEqualTo(Map.of("backend", OptionalLong.empty()));
  }

  @Test
  void withoutStepsNothingIsWritten() throws IOException {
    new DescentMeasure(WHOLE).write(figures);
    assertThat(figures).isEmptyDirectory();
  }
}
