package dev.drydock.submission;

import static dev.drydock.exercise.ExerciseFolder.file;

import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ExerciseFolder;
import java.nio.file.Path;

/** Exercises for the tests of intake, one of each kind. */
final class Exercises {

  static final String STARTER = "FROM golang:1.27\n";

  private static final String IMAGE =
      """
        - name: NAME
          port: 8080
          requests: [{name: ping, path: /ping}]
          checks: {D01: {points: 1}}
      """;

  private Exercises() {}

  /** 3.9: an image called backend, with the starter's app. */
  static Exercise oneImage(Path home) {
    Path folder =
        ExerciseFolder.write(home, "3.9-multi-stage-backend", yaml("3.9", image("backend")));
    file(folder, "backend/main.go", "package main\n");
    file(folder, "backend/Dockerfile", STARTER);
    return ExerciseFolder.load(folder);
  }

  /** 3.6: a frontend and a backend. */
  static Exercise twoImages(Path home) {
    Path folder =
        ExerciseFolder.write(
            home, "3.6-fewer-layers", yaml("3.6", image("frontend") + image("backend")));
    file(folder, "frontend/Dockerfile", "FROM node:24\n");
    return ExerciseFolder.load(folder);
  }

  /** 3.10: whatever the student brings. */
  static Exercise project(Path home) {
    Path folder =
        ExerciseFolder.write(
            home,
            "3.10-your-own-project",
            yaml("3.10", image("project") + "    editable: [\"**\"]\n"));
    file(folder, "project/Dockerfile", STARTER);
    file(folder, "project/hello.go", "package main\n");
    return ExerciseFolder.load(folder);
  }

  /** 3.11: with more files to edit than the Dockerfile. */
  static Exercise withMoreFiles(Path home) {
    Path folder =
        ExerciseFolder.write(
            home,
            "3.11-exec-form",
            yaml(
                "3.11",
                image("echo") + "    editable: [Dockerfile, .dockerignore, passwd, src/**]\n"));
    file(folder, "echo/Dockerfile", STARTER);
    file(folder, "echo/main.go", "package main\n");
    file(folder, "echo/passwd", "root:x:0:0::/:\n");
    return ExerciseFolder.load(folder);
  }

  private static String image(String name) {
    return IMAGE.replace("NAME", name);
  }

  private static String yaml(String id, String images) {
    return "id: \"" + id + "\"\ntitle: T\nsummary: S\nimages:\n" + images;
  }
}
