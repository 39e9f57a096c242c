package dev.drydock.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.exercise.Fixture.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolutionsTest {

  private static final String MISS = "note: runs as root\nstate: graded\nfails: {backend: [I01]}\n";

  @TempDir Path home;

  private Exercise exercise;

  @BeforeEach
  void makeAnExercise() {
    Path folder = ExerciseFolder.write(home, "3.9-backend", ExerciseFolder.MINIMAL);
    exercise = ExerciseLoader.forChecks(CheckCatalogue.all()).load(folder);
  }

  @Test
  void samplesComeAfterTheNearMisses() {
    expected("near-misses/as-root", MISS);
    expected("samples/another-way", "note: as good\nstate: graded\n");
    assertThat(Solutions.of(home, exercise).fixtures())
        .extracting(Fixture::kind)
        .containsExactly(Kind.STARTER, Kind.REFERENCE, Kind.NEAR_MISS, Kind.SAMPLE);
  }

  @Test
  void onlyWhatIsMarkedSlowIs() {
    expected("near-misses/as-root", MISS);
    expected("samples/another-way", "note: two compilers\nstate: graded\nslow: true\n");
    assertThat(Solutions.of(home, exercise).fixtures())
        .filteredOn(one -> one.expected().slow())
        .extracting(Fixture::name)
        .containsExactly("another-way");
  }

  @Test
  void aSampleThatFailsSomethingIsNone() {
    expected("samples/another-way", MISS);
    assertThatThrownBy(() -> Solutions.of(home, exercise))
        .isInstanceOf(InvalidExercise.class)
        .hasMessageContaining("a sample fails no checks");
  }

  @Test
  void aNearMissNamesWhatItFails() {
    expected("near-misses/as-root", "note: runs as root\nstate: graded\n");
    assertThatThrownBy(() -> Solutions.of(home, exercise))
        .isInstanceOf(InvalidExercise.class)
        .hasMessageContaining("expected the checks that fail");
  }

  private void expected(String folder, String yaml) {
    ExerciseFolder.file(home.resolve("solutions/3.9"), folder + "/expected.yaml", yaml);
  }
}
