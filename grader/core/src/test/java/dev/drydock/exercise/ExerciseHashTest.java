package dev.drydock.exercise;

import static dev.drydock.exercise.ExerciseFolder.MINIMAL;
import static dev.drydock.exercise.ExerciseFolder.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExerciseHashTest {

  @TempDir Path home;
  private Path folder;
  private Exercise exercise;
  private String before;

  @BeforeEach
  void write() {
    folder = ExerciseFolder.write(home, "3.9-a", MINIMAL);
    file(folder, ".starter/backend/Dockerfile", "FROM golang:1.27\n");
    file(folder, "backend/main.go", "package main");
    exercise = ExerciseFolder.load(folder);
    before = ExerciseHash.of(exercise);
  }

  @Test
  void itIsTheSameForTheSameFiles(@TempDir Path other) {
    Path copy = ExerciseFolder.write(other, "3.9-a", MINIMAL);
    file(copy, ".starter/backend/Dockerfile", "FROM golang:1.27\n");
    file(copy, "backend/main.go", "package main");

    assertThat(ExerciseHash.of(ExerciseFolder.load(copy))).isEqualTo(before).hasSize(64);
  }

  @Test
  void aStudentsWorkInTheFolderDoesNotChangeIt() {
    file(folder, "backend/Dockerfile", "FROM scratch\n");
    file(folder, "backend/.dockerignore", ".git\n");
    file(folder, "backend/node_modules/a/index.js", "1");
    file(folder, "backend/.git/HEAD", "ref");

    assertThat(ExerciseHash.of(exercise)).isEqualTo(before);
  }

  @Test
  void anotherSourceOrThresholdChangesIt() {
    String files = ExerciseHash.ofFiles(exercise, exercise.images().get(0));
    file(folder, "exercise.yaml", MINIMAL.replace("8 MB", "9 MB"));

    assertThat(ExerciseHash.of(exercise)).isNotEqualTo(before);
    assertThat(ExerciseHash.ofFiles(exercise, exercise.images().get(0))).isEqualTo(files);

    file(folder, "backend/main.go", "package other");
    assertThat(ExerciseHash.ofFiles(exercise, exercise.images().get(0))).isNotEqualTo(files);
  }
}
