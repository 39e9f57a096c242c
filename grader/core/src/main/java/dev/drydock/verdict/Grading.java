package dev.drydock.verdict;

import dev.drydock.check.CheckInput;
import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.evidence.Evidence;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.exercise.ProjectFile;
import dev.drydock.verdict.CheckResult.Result;
import dev.drydock.verdict.SubmissionResult.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From everything that was collected about one submission to its result. */
public final class Grading {

  private final Exercise exercise;
  private final List<String> ignoredFiles;
  private final GradingEnvironment environment;

  private Grading(Exercise exercise, List<String> ignoredFiles, GradingEnvironment environment) {
    this.exercise = exercise;
    this.ignoredFiles = ignoredFiles;
    this.environment = environment;
  }

  /** Grade a submission: one piece of evidence an image, in any order. */
  public static SubmissionResult of(
      Exercise exercise,
      List<Evidence> evidence,
      List<String> ignoredFiles,
      GradingEnvironment environment) {
    return new Grading(exercise, ignoredFiles, environment).grade(evidence);
  }

  /**
   * The student's: refused before it was built. No points; what is known of text and context is
   * shown all the same.
   *
   * @param evidence of the images that were looked at, none when there was nothing to look at
   */
  public static SubmissionResult notGradable(
      Exercise exercise,
      String message,
      List<Evidence> evidence,
      List<String> ignoredFiles,
      GradingEnvironment environment) {
    Grading grading = new Grading(exercise, ignoredFiles, environment);
    return grading.ungraded(State.NOT_GRADABLE, message, grading.images(evidence));
  }

  /** Ours: never a zero, never an attempt lost. */
  public static SubmissionResult notGraded(
      Exercise exercise,
      String message,
      List<Evidence> evidence,
      List<String> ignoredFiles,
      GradingEnvironment environment) {
    Grading grading = new Grading(exercise, ignoredFiles, environment);
    return grading.ungraded(State.NOT_GRADED, message, grading.images(evidence));
  }

  private SubmissionResult grade(List<Evidence> evidence) {
    List<GradedImage> images = images(evidence);
    return first(images, GradingObstacle::graded)
        .map(message -> ungraded(State.NOT_GRADED, message, images))
        .or(
            () ->
                first(images, GradingObstacle::gradable)
                    .map(message -> ungraded(State.NOT_GRADABLE, message, images)))
        .orElseGet(() -> graded(images));
  }

  private List<GradedImage> images(List<Evidence> evidence) {
    List<GradedImage> images = new ArrayList<>();
    for (ImageSpec image : exercise.images()) {
      evidence.stream()
          .filter(one -> one.folder().equals(image.name()))
          .findFirst()
          .ifPresent(one -> images.add(GradedImage.of(one, image)));
    }
    return images;
  }

  private SubmissionResult graded(List<GradedImage> images) {
    List<ImageResult> results = images.stream().map(GradedImage::result).toList();
    List<CheckResult> checks = results.stream().flatMap(one -> one.checks().stream()).toList();
    boolean complete = images.size() == exercise.images().size();
    boolean passed =
        checks.stream()
            .filter(CheckResult::required)
            .allMatch(
                check ->
                    check.outcome() == Result.PASS || check.outcome() == Result.NOT_APPLICABLE);
    double points = checks.stream().mapToDouble(CheckResult::points).sum();
    return result(State.GRADED, complete && passed, Rubric.round(points), null, results);
  }

  private SubmissionResult ungraded(State state, String message, List<GradedImage> images) {
    List<ImageResult> results =
        images.stream().map(GradedImage::result).map(ImageResult::withoutPoints).toList();
    return result(state, false, 0, message, results);
  }

  private SubmissionResult result(
      State state,
      boolean passed,
      double points,
      @Nullable String message,
      List<ImageResult> images) {
    return new SubmissionResult(
        SubmissionResult.SCHEMA_VERSION,
        exercise.id(),
        null,
        state,
        passed,
        points,
        Rubric.round(exercise.maxPoints()),
        ignoredFiles,
        message,
        environment,
        images,
        List.of());
  }

  private static Optional<String> first(
      List<GradedImage> images, Function<GradingObstacle, Optional<String>> why) {
    return images.stream()
        .map(GradedImage::obstacle)
        .map(why)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** One image with all that was made of it. */
  private record GradedImage(GradingObstacle obstacle, ImageResult result) {

    static GradedImage of(Evidence evidence, ImageSpec spec) {
      String project = evidence.project();
      ImageSpec image =
          project == null ? spec : ProjectFile.parse(ProjectFile.FILE_NAME, project).asked(spec);
      CheckInput input = CheckInput.of(evidence, image);
      List<Judged> judged = Judge.judge(input, CheckCatalogue.all());
      List<CheckResult> results = Rubric.grade(judged, image);
      return new GradedImage(
          new GradingObstacle(input, judged, results), ImageResults.of(input, results));
    }
  }
}
