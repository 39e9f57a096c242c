package dev.drydock.exercise;

import static dev.drydock.exercise.ExerciseFolder.MINIMAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.check.catalogue.CheckCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExerciseCatalogueTest {

  @TempDir Path home;
  private ExerciseCatalogue catalogue;

  @BeforeEach
  void writeTwo() throws Exception {
    ExerciseFolder.write(home, "3.10-your-own-project", MINIMAL.replace("3.9", "3.10"));
    ExerciseFolder.write(home, "3.9-multi-stage-backend", MINIMAL);
    Files.createDirectories(home.resolve("exercises/bases"));
    catalogue = ExerciseCatalogue.of(home, ExerciseLoader.forChecks(CheckCatalogue.all()));
  }

  @Test
  void threeNineComesBeforeThreeTen() {
    assertThat(catalogue.all()).extracting(Exercise::id).containsExactly("3.9", "3.10");
    assertThat(catalogue.ids()).containsExactly("3.9", "3.10");
  }

  @Test
  void anExerciseIsFoundByIdFolderAndPath() {
    Path folder = home.resolve("exercises/3.9-multi-stage-backend");

    assertThat(catalogue.find("3.9").folder()).isEqualTo(folder);
    assertThat(catalogue.find("3.9-multi-stage-backend").folder()).isEqualTo(folder);
    assertThat(catalogue.find(folder.toString()).folder()).isEqualTo(folder);
    assertThat(catalogue.find(".", folder).folder()).isEqualTo(folder);
    assertThat(catalogue.find("../3.9-multi-stage-backend/", folder).folder()).isEqualTo(folder);
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearest() {
    assertThatThrownBy(() -> catalogue.find("3.9-multistage-backend"))
        .isInstanceOf(UnknownExercise.class)
        .hasMessage(
            "there is no exercise '3.9-multistage-backend'; did you mean"
                + " '3.9-multi-stage-backend'?");
    assertThatThrownBy(() -> catalogue.find("multi-stage-backend"))
        .hasMessageContaining("did you mean 'multi-stage-backend'?");
    assertThatThrownBy(() -> catalogue.find("something else"))
        .hasMessage("there is no exercise 'something else'; there are 3.9, 3.10");
    assertThatThrownBy(() -> catalogue.find("\0")).isInstanceOf(UnknownExercise.class);
    assertThatThrownBy(() -> catalogue.find("")).isInstanceOf(UnknownExercise.class);
  }

  @Test
  void anotherExerciseMayBeBroken() {
    ExerciseFolder.write(home, "3.8-broken", "id: 1");

    assertThat(catalogue.find("3.9").id()).isEqualTo("3.9");
    assertThatThrownBy(catalogue::all).isInstanceOf(InvalidExercise.class);
  }

  @Test
  void aHomeWithoutExercisesIsTold() {
    ExerciseCatalogue none =
        ExerciseCatalogue.of(
            home.resolve("nowhere"), ExerciseLoader.forChecks(CheckCatalogue.all()));

    assertThat(none.all()).isEmpty();
    assertThatThrownBy(() -> none.find("3.9")).hasMessageContaining("there are no exercises in");
  }
}
