package dev.drydock.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The runnable jar in the middle of its work.
 *
 * @param made by its run
 */
record RunningGrader(Process process, Path folder, EngineObjects made) {

  /** One that grades, and builds what does not end. */
  static RunningGrader building(Path folder) throws Exception {
    RunningGrader grader = grade(folder, "FROM busybox\nRUN echo now building && sleep 100\n");
    Await.until(() -> grader.said().contains("sleep 100"));
    return grader;
  }

  /** One that grades, and runs what does not answer. */
  static RunningGrader running(Path folder) throws Exception {
    RunningGrader grader = grade(folder, "FROM busybox\nCMD [\"sleep\", \"1000\"]\n");
    Await.until(grader.made()::hasContainer);
    return grader;
  }

  private static RunningGrader grade(Path folder, String dockerfile) throws Exception {
    Path submission = Files.createDirectories(folder.resolve("submission"));
    Files.writeString(submission.resolve("Dockerfile"), dockerfile);
    return start(folder, "grade", "3.9", submission.toString());
  }

  /** Start a command. */
  static RunningGrader start(Path folder, String... arguments) throws Exception {
    Process process =
        new Binary(folder).start(folder.resolve("out"), folder.resolve("err"), arguments);
    return new RunningGrader(process, folder, EngineObjects.of(process));
  }

  /** What it has printed for people. */
  String said() throws Exception {
    return Files.readString(folder.resolve("err"));
  }

  /** What it has printed as its result. */
  String printed() throws Exception {
    return Files.readString(folder.resolve("out"));
  }
}
