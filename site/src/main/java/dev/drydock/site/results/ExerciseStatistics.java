package dev.drydock.site.results;

import dev.drydock.exercise.Exercise;
import dev.drydock.report.html.SizeScale;
import dev.drydock.report.html.Texts;
import dev.drydock.site.model.Links;
import dev.drydock.site.model.Workbook;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a class did in one exercise.
 *
 * @param enough whether there are enough results to show more than counts
 */
public record ExerciseStatistics(
    int results,
    int passed,
    int failed,
    int notGradable,
    int notGraded,
    boolean enough,
    List<ImagePlot> plots,
    List<Failure> failures) {

  /** Below this, a distribution would show individuals. */
  static final int FEWEST = 5;

  /** Sizes of one image of the exercise. */
  public record ImagePlot(String image, String anchor, StripPlot plot, int count) {}

  /**
   * A check, and how many failed it.
   *
   * @param width of its bar in percent, where everybody is 100
   * @param href from the site's root, empty when the check is not in the catalogue
   */
  public record Failure(String id, String title, int count, double width, String href) {}

  public ExerciseStatistics {
    plots = List.copyOf(plots);
    failures = List.copyOf(failures);
  }

  static ExerciseStatistics of(
      Workbook workbook, Exercise exercise, List<SubmissionResult> results) {
    int graded = count(results, State.GRADED);
    boolean enough = graded >= FEWEST;
    int passed = (int) results.stream().filter(SubmissionResult::passed).count();
    return new ExerciseStatistics(
        results.size(),
        passed,
        graded - passed,
        count(results, State.NOT_GRADABLE),
        count(results, State.NOT_GRADED),
        enough,
        enough ? plots(workbook, exercise, results) : List.of(),
        enough ? failures(workbook, results, graded) : List.of());
  }

  private static int count(List<SubmissionResult> results, State state) {
    return (int) results.stream().filter(result -> result.state() == state).count();
  }

  private static List<ImagePlot> plots(
      Workbook workbook, Exercise exercise, List<SubmissionResult> results) {
    List<ImagePlot> plots = new ArrayList<>();
    exercise
        .images()
        .forEach(
            spec -> {
              List<ImageResult> images =
                  results.stream()
                      .flatMap(result -> result.images().stream())
                      .filter(image -> image.name().equals(spec.name()))
                      .filter(image -> image.sizeBytes() != null)
                      .toList();
              if (images.size() >= FEWEST) {
                plots.add(plot(workbook, exercise, spec.name(), images));
              }
            });
    return plots;
  }

  private static ImagePlot plot(
      Workbook workbook, Exercise exercise, String name, List<ImageResult> images) {
    List<Long> sizes = new ArrayList<>();
    Long limit = null;
    Long starter = null;
    for (ImageResult image : images) {
      Long size = image.sizeBytes();
      if (size != null) {
        sizes.add(size);
      }
      limit = limit == null ? image.sizeLimit().map(Double::longValue).orElse(null) : limit;
      starter = starter == null ? image.starterBytes() : starter;
    }
    // where students bring programs of their own, each was another size before
    StripPlot plot =
        exercise.takesOwnProjects()
            ? StripPlot.of(sizes, limit, null, null)
            : StripPlot.of(sizes, limit, starter, reference(workbook, exercise, name));
    return new ImagePlot(name, "plot-" + Texts.slug(name), plot, sizes.size());
  }

  /** Size of the reference, null where it is not measured or without its base. */
  private static @Nullable Long reference(Workbook workbook, Exercise exercise, String image) {
    String measured = exercise.images().size() > 1 ? image : "";
    return workbook
        .descent(exercise.id(), measured)
        .filter(descent -> !descent.aboveBase())
        .map(descent -> descent.reference().bytes())
        .orElse(null);
  }

  private static List<Failure> failures(
      Workbook workbook, List<SubmissionResult> results, int graded) {
    Map<String, Integer> counts = new TreeMap<>();
    for (SubmissionResult result : results) {
      result.images().stream()
          .flatMap(image -> image.checks().stream())
          .filter(CheckResult::required)
          .filter(check -> check.outcome() == CheckResult.Result.FAIL)
          .map(CheckResult::id)
          .distinct()
          .forEach(id -> counts.merge(id, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .map(entry -> failure(workbook, entry.getKey(), entry.getValue(), graded))
        .toList();
  }

  private static Failure failure(Workbook workbook, String id, int count, int graded) {
    return new Failure(
        Texts.visible(id),
        workbook.check(id).map(check -> check.title()).orElse(""),
        count,
        SizeScale.percent(count, graded),
        workbook.check(id).isPresent() ? Links.check(id) : "");
  }
}
