package dev.drydock.cli;

import static dev.drydock.fixture.EvidenceFixtures.evidence;

import dev.drydock.batch.Batch;
import dev.drydock.batch.BatchSettings;
import dev.drydock.batch.RetryPolicy;
import dev.drydock.batch.entry.BatchEntry;
import dev.drydock.batch.entry.IntakeKeys;
import dev.drydock.engine.host.Progress;
import dev.drydock.evidence.Evidence;
import dev.drydock.exercise.Course;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ExerciseFolder;
import dev.drydock.exercise.ExerciseHash;
import dev.drydock.pipeline.GradedSubmission;
import dev.drydock.pipeline.SubmissionGrader;
import dev.drydock.submission.Submission;
import dev.drydock.submission.choice.Intake;
import dev.drydock.verdict.Grading;
import dev.drydock.verdict.GradingEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A course with one exercise, and a run of a class over it that needed no engine: what a Dockerfile
 * says of itself in a comment ({@code # size 9000000}, {@code # engine fails}) is its evidence.
 */
final class RunFixture {

  private final Path home;
  private final List<BatchEntry> entries = new ArrayList<>();
  private Exercise exercise;

  RunFixture(Path home) {
    this.home = home;
    this.exercise = exercise("8 MB");
  }

  /** The exercise with another limit, as an author changes it. */
  Exercise exercise(String limit) {
    String yaml =
        """
        id: "3.9"
        title: Multi-stage backend
        summary: Ship the binary.
        images:
          - name: backend
            port: 8080
            requests: [{name: ping, path: /ping}]
            checks: {D02: {points: 1}, I01: {points: 3, max: LIMIT}}
        """
            .replace("LIMIT", limit);
    Path folder = ExerciseFolder.write(home, "3.9-multi-stage-backend", yaml);
    exercise = ExerciseFolder.load(folder);
    return exercise;
  }

  RunFixture student(String name, String comment) {
    Path source = home.resolve("class").resolve("student-" + entries.size());
    ExerciseFolder.file(source, "backend/Dockerfile", "FROM golang:1.27\n# " + comment + "\n");
    entries.add(BatchEntry.of(name, exercise, source));
    return this;
  }

  /** The RUN folder. */
  Path graded() throws IOException {
    Path run = home.resolve("run");
    Path work = Files.createDirectories(home.resolve("work"));
    Batch.run(
        BatchSettings.of(run, entries, new Claimed(), keys(work)).withRetry(RetryPolicy.after()));
    return run;
  }

  private static IntakeKeys keys(Path work) {
    return new IntakeKeys(
        Intake.using(work), Course.unspecified(), (one, submission) -> Optional.of("no engine"));
  }

  private static final class Claimed implements SubmissionGrader {

    @Override
    public GradedSubmission grade(Exercise exercise, Submission submission, Progress progress) {
      GradingEnvironment environment =
          new GradingEnvironment(
              "1.0.0", ExerciseHash.of(exercise), "28.5.2", "buildkit", "overlay2", List.of());
      String text = ((Submission.Accepted) submission).images().get(0).dockerfile().text();
      if (text.contains("# engine fails")) {
        return new GradedSubmission(
            Grading.notGraded(exercise, "the engine is gone", List.of(), List.of(), environment),
            List.of());
      }
      long bytes = Long.parseLong(text.replaceAll("(?s).*# size (\\d+).*", "$1"));
      Evidence seen =
          evidence().dockerfile(text).image(i -> i.noLayers().own("COPY /server", bytes)).get();
      return new GradedSubmission(
          Grading.of(exercise, List.of(seen), List.of(), environment), List.of(seen));
    }

    @Override
    public void close() {}
  }
}
