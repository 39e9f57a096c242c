package org.example.stages;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.source.Problem;
import dev.drydock.dockerfile.stage.Stage;
import dev.drydock.dockerignore.DockerIgnore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints what the Dockerfile of a folder is made of. */
public final class Stages {

  private Stages() {}

  public static void main(String[] folder) throws IOException {
    Path context = Path.of(folder[0]);
    Dockerfile dockerfile = Dockerfile.parse(Files.readAllBytes(context.resolve("Dockerfile")));
    for (Stage stage : dockerfile.stages()) {
      System.out.printf("%s, lines %d to %d", stage, stage.startLine(), stage.endLine());
      System.out.println(dockerfile.isNeeded(stage) ? "" : ", never built");
    }
    dockerfile
        .images()
        .forEach(use -> System.out.println("line " + use.line() + ": " + use.image()));
    for (Problem problem : dockerfile.problems()) {
      System.out.println("line " + problem.line() + ": " + problem.message());
    }
    DockerIgnore ignore = DockerIgnore.parse(Files.readString(context.resolve(".dockerignore")));
    System.out.println("node_modules/x.js sent: " + !ignore.decide("node_modules/x.js").excluded());
    System.out.println("src/main.js sent: " + !ignore.decide("src/main.js").excluded());
  }
}
