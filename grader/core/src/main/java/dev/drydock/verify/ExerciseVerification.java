package dev.drydock.verify;

import dev.drydock.engine.host.Progress;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.Fixture;
import dev.drydock.exercise.Solutions;
import dev.drydock.pipeline.GradedSubmission;
import dev.drydock.verdict.SubmissionResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Verifies exercises one after another, each one's fixtures side by side, and counts what is wrong.
 */
public final class ExerciseVerification {

  private final FixtureGrader grader;
  private final int jobs;
  private final Progress progress;
  private final Listener listener;
  private final List<VerifiedFixture> verified = new ArrayList<>();
  private int defects;

  /** Grades a submission; what goes wrong with the engine ends as a result that is not graded. */
  @FunctionalInterface
  public interface FixtureGrader {
    GradedSubmission grade(Exercise exercise, Path source, Progress progress);
  }

  /** Is told what was found, as it is found, by the thread that verifies. */
  public interface Listener {

    /** Its files, page and hints were looked over. */
    void folder(Exercise exercise, List<String> defects);

    /** A fixture was graded; they come in their order. */
    void fixture(VerifiedFixture one);
  }

  /**
   * @param jobs fixtures that are graded at once
   */
  public ExerciseVerification(
      FixtureGrader grader, int jobs, Progress progress, Listener listener) {
    this.grader = grader;
    this.jobs = jobs;
    this.progress = progress;
    this.listener = listener;
  }

  /** Look over an exercise's folder, and grade all its fixtures. */
  public void verify(Solutions solutions) {
    List<String> found = FolderReview.defects(solutions);
    defects += found.size();
    listener.folder(solutions.exercise(), found);
    ExecutorService workers = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<VerifiedFixture>> running =
          solutions.fixtures().stream()
              .map(fixture -> workers.submit(() -> grade(solutions.exercise(), fixture)))
              .toList();
      for (Future<VerifiedFixture> one : running) {
        note(one.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("grading always returns a result", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      workers.shutdownNow();
    }
  }

  private VerifiedFixture grade(Exercise exercise, Fixture fixture) {
    long began = System.nanoTime();
    Progress named =
        (phase, detail) -> progress.at(phase, exercise.id() + " " + fixture.name() + ": " + detail);
    SubmissionResult result = grader.grade(exercise, fixture.source(), named).result();
    Duration duration = Duration.ofNanos(System.nanoTime() - began);
    return VerifiedFixture.of(exercise, fixture, result, duration);
  }

  private void note(VerifiedFixture one) {
    verified.add(one);
    defects += one.defects().size();
    listener.fixture(one);
  }

  /** What is wrong so far, in all exercises. */
  public int defects() {
    return defects;
  }

  /** Fixtures so far that could not be graded. */
  public int notGraded() {
    return (int) verified.stream().filter(one -> !one.isGraded()).count();
  }

  /** The fixtures that took longest so far, longest first. */
  public List<VerifiedFixture> slowest(int max) {
    return verified.stream()
        .sorted(Comparator.comparing(VerifiedFixture::duration).reversed())
        .limit(max)
        .toList();
  }
}
