package dev.drydock.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.engine.RequiresEngine;
import dev.drydock.engine.host.Progress;
import dev.drydock.engine.ledger.DrydockHome;
import dev.drydock.exercise.Course;
import dev.drydock.exercise.ExerciseCatalogue;
import dev.drydock.exercise.ExerciseLoader;
import dev.drydock.exercise.Fixture;
import dev.drydock.exercise.Solutions;
import dev.drydock.pipeline.Grader;
import dev.drydock.verify.FolderReview;
import dev.drydock.verify.Verdicts;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What {@code drydock verify} does, for every exercise: each starter, reference and near miss is
 * built, run and judged, and gets exactly the verdict it must. Fixtures marked {@code slow} are
 * left to {@code verify} and to the soak.
 */
@RequiresEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class VerdictsEngineTest {

  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  private Grader grader;

  @BeforeAll
  void open() {
    grader = new Grader(Course.load(HOME), DrydockHome.resolve(), "auto");
  }

  @AfterAll
  void close() {
    grader.close();
  }

  @TestFactory
  Stream<DynamicContainer> everyFixtureGetsItsVerdict() {
    return ExerciseCatalogue.of(HOME, ExerciseLoader.forChecks(CheckCatalogue.all())).all().stream()
        .map(exercise -> Solutions.of(HOME, exercise))
        .map(
            solutions ->
                dynamicContainer(
                    solutions.exercise().id(),
                    Stream.concat(
                        Stream.of(files(solutions)),
                        solutions.fixtures().stream()
                            .filter(one -> !one.expected().slow())
                            .map(one -> verdict(solutions, one)))));
  }

  private static DynamicTest files(Solutions solutions) {
    return dynamicTest(
        solutions.exercise().id() + " files",
        () -> assertThat(FolderReview.defects(solutions)).isEmpty());
  }

  private DynamicTest verdict(Solutions solutions, Fixture fixture) {
    return dynamicTest(
        solutions.exercise().id() + " " + fixture.name(),
        () -> {
          List<String> defects =
              Verdicts.defects(
                  fixture,
                  grader.grade(solutions.exercise(), fixture.source(), Progress.NONE).result());
          assertThat(defects).isEmpty();
        });
  }
}
