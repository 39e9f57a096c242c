package dev.drydock.batch;

import static dev.drydock.fixture.EvidenceFixtures.evidence;

import dev.drydock.Version;
import dev.drydock.batch.judge.Sharing;
import dev.drydock.engine.host.Progress;
import dev.drydock.evidence.Evidence;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ExerciseHash;
import dev.drydock.pipeline.GradedSubmission;
import dev.drydock.pipeline.SubmissionGrader;
import dev.drydock.submission.Submission;
import dev.drydock.submission.SubmittedImage;
import dev.drydock.verdict.Grading;
import dev.drydock.verdict.GradingEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Grades without an engine, by what the Dockerfile says of itself: {@code # size 5000000}, {@code #
 * does not build}, {@code # engine fails}, {@code # throws}. The same bytes give the same grade.
 */
final class FakeGrader implements SubmissionGrader {

  private static final Pattern SIZE = Pattern.compile("# size (\\d+)");

  private final Function<Submission, Path> sources;
  private final Queue<Path> graded = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private Consumer<Path> before = source -> {};

  /**
   * @param sources where a submission was read
   */
  FakeGrader(Function<Submission, Path> sources) {
    this.sources = sources;
  }

  /** Called with the source when its grading begins. */
  FakeGrader before(Consumer<Path> action) {
    before = action;
    return this;
  }

  /** The engine fails this many times for submissions whose path contains a text. */
  FakeGrader failing(String part, int times) {
    failures.put(part, times);
    return this;
  }

  /** Names of the graded sources, in the order they were begun. */
  List<String> graded() {
    return graded.stream().map(source -> source.getFileName().toString()).toList();
  }

  @Override
  public GradedSubmission grade(Exercise exercise, Submission submission, Progress progress) {
    Path source = sources.apply(submission);
    graded.add(source);
    progress.at("build", "RUN go build");
    before.accept(source);
    GradingEnvironment environment =
        new GradingEnvironment(
            Version.current(),
            ExerciseHash.of(exercise),
            "28.5.2",
            "buildkit",
            "overlay2",
            List.of());
    List<String> ignored = submission.ignored().paths();
    if (submission instanceof Submission.NotGradable refused) {
      return new GradedSubmission(
          Grading.notGradable(exercise, refused.reason(), List.of(), ignored, environment)
              .withNotes(submission.understood()),
          List.of());
    }
    List<Evidence> evidence = new ArrayList<>();
    for (SubmittedImage image : ((Submission.Accepted) submission).images()) {
      String text = image.dockerfile().text();
      if (text.contains("# throws")) {
        throw new IllegalStateException("a bug");
      }
      if (text.contains("# engine fails") || fails(source)) {
        return new GradedSubmission(
            Grading.notGraded(exercise, "the engine is gone", List.of(), ignored, environment),
            List.of());
      }
      evidence.add(of(image, text));
    }
    return new GradedSubmission(
        Grading.of(exercise, evidence, ignored, environment).withNotes(submission.understood()),
        evidence);
  }

  private boolean fails(Path source) {
    return failures.entrySet().stream()
        .filter(one -> source.toString().contains(one.getKey()))
        .anyMatch(one -> failures.merge(one.getKey(), -1, Integer::sum) >= 0);
  }

  private static Evidence of(SubmittedImage image, String text) {
    Matcher size = SIZE.matcher(text);
    long bytes = size.find() ? Long.parseLong(size.group(1)) : 5_000_000;
    var fixture =
        text.contains("# does not build")
            ? evidence().dockerfile(text).buildFails(2, "no such file")
            : evidence().dockerfile(text).image(i -> i.noLayers().own("COPY /server", bytes));
    return Sharing.renamed(fixture.get(), Map.of(image.name(), image.dockerfile().source()));
  }

  @Override
  public void close() {}
}
