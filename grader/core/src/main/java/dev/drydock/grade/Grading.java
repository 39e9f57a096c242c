package dev.drydock.grade;

import dev.drydock.check.CheckTexts;
import dev.drydock.check.Outcome;
import dev.drydock.check.dockerfile.SyntaxAvailable;
import dev.drydock.evidence.BuildEvidence;
import dev.drydock.evidence.Evidence;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.grade.CheckResult.Result;
import dev.drydock.grade.SubmissionResult.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    List<Graded> images = images(evidence);
    return first(images, Grading::whyNotGraded)
        .map(message -> ungraded(State.NOT_GRADED, message, images))
        .or(
            () ->
                first(images, Grading::whyNotGradable)
                    .map(message -> ungraded(State.NOT_GRADABLE, message, images)))
        .orElseGet(() -> graded(images));
  }

  private List<Graded> images(List<Evidence> evidence) {
    List<Graded> images = new ArrayList<>();
    for (ImageSpec image : exercise.images()) {
      evidence.stream()
          .filter(one -> one.image().equals(image.name()))
          .findFirst()
          .ifPresent(one -> images.add(Graded.of(one, image)));
    }
    return images;
  }

  private SubmissionResult graded(List<Graded> images) {
    List<ImageResult> results = images.stream().map(Graded::result).toList();
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

  private SubmissionResult ungraded(State state, String message, List<Graded> images) {
    List<ImageResult> results =
        images.stream().map(Graded::result).map(ImageResult::withoutPoints).toList();
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
        images);
  }

  private static Optional<String> whyNotGraded(Graded image) {
    BuildEvidence build = image.evidence().build();
    if (failed(image, "D16").filter(Grading::isTheBuildersFault).isPresent()) {
      return Optional.of(message("builderLacks", image, image.message("D16")));
    }
    if (build == null && failed(image, "D01").isEmpty()) {
      return Optional.of(message("notBuilt", image, ""));
    }
    return image.judged().stream()
        .filter(one -> one.rule().required() && one.errored())
        .findFirst()
        .map(
            one ->
                message(
                    "checkErred",
                    image,
                    one.check().id() + ": " + ((Outcome.Errored) one.outcome()).reason()));
  }

  private static boolean isTheBuildersFault(Judged syntax) {
    return syntax.outcome() instanceof Outcome.Failed failed
        && failed.finding().equals(SyntaxAvailable.LACKING);
  }

  private static Optional<String> whyNotGradable(Graded image) {
    if (failed(image, "D01").isPresent()) {
      return Optional.of(message("doesNotParse", image, image.message("D01")));
    }
    BuildEvidence build = image.evidence().build();
    if (build == null || build.status() == BuildEvidence.Status.BUILT) {
      return Optional.empty();
    }
    boolean over = build.status() == BuildEvidence.Status.OVER_LIMIT;
    return Optional.of(message(over ? "overLimit" : "doesNotBuild", image, build.message()));
  }

  private static Optional<Judged> failed(Graded image, String id) {
    return image.judged().stream()
        .filter(one -> one.check().id().equals(id) && one.failed())
        .findFirst();
  }

  private static String message(String key, Graded image, String reason) {
    BuildEvidence build = image.evidence().build();
    Integer line = build == null ? null : build.failedLine();
    String where = image.evidence().dockerfile().path() + (line == null ? "" : ", line " + line);
    return CheckTexts.bundled()
        .common(key, Map.of("image", image.evidence().image(), "where", where, "reason", reason));
  }

  private static Optional<String> first(
      List<Graded> images, Function<Graded, Optional<String>> why) {
    return images.stream().map(why).flatMap(Optional::stream).findFirst();
  }

  /** One image with all that was made of it. */
  private record Graded(Evidence evidence, List<Judged> judged, ImageResult result) {

    static Graded of(Evidence evidence, ImageSpec image) {
      List<Judged> judged = Judge.judge(evidence, image);
      return new Graded(evidence, judged, ImageResults.of(evidence, Rubric.grade(judged, image)));
    }

    String message(String id) {
      return result.checks().stream()
          .filter(check -> check.id().equals(id))
          .findFirst()
          .map(CheckResult::message)
          .orElse("");
    }
  }
}
