package dev.drydock.site.results;

import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.SubmissionResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Places of those who asked to be listed, under pseudonyms. */
final class Leaderboards {

  private final ClassResults results;

  Leaderboards(ClassResults results) {
    this.results = results;
  }

  /** One place on a board. */
  public record Place(int rank, String name, String value) {}

  /** Passing submissions of those who asked to be listed, lightest first. */
  List<Place> lightest(List<SubmissionResult> of) {
    List<SubmissionResult> sorted =
        of.stream()
            .filter(result -> result.passed() && TotalSize.of(result) >= 0)
            .filter(result -> results.onBoard(ClassResults.student(result)))
            .sorted(
                Comparator.comparingLong(TotalSize::of)
                    .thenComparing(r -> results.identity(ClassResults.student(r)).pseudonym()))
            .toList();
    List<Place> places = new ArrayList<>();
    for (SubmissionResult result : sorted) {
      long size = TotalSize.of(result);
      int rank = 1 + (int) sorted.stream().filter(other -> TotalSize.of(other) < size).count();
      places.add(
          new Place(
              rank,
              results.identity(ClassResults.student(result)).pseudonym(),
              TotalSize.shown(result)));
    }
    return places;
  }

  /** In all exercises: by how much each made a starter lighter, at their best. */
  List<Place> reductions() {
    return reductions(results.students().stream().flatMap(s -> results.of(s).stream()).toList());
  }

  /** By how much each of those who asked to be listed made an image lighter, at their best. */
  List<Place> reductions(List<SubmissionResult> of) {
    Map<String, Reduction> best = new HashMap<>();
    for (SubmissionResult result : of) {
      String student = ClassResults.student(result);
      Reduction reduction = reduction(result);
      if (reduction != null && result.passed() && results.onBoard(student)) {
        String name = results.identity(student).pseudonym();
        best.merge(name, reduction, (a, b) -> a.share() >= b.share() ? a : b);
      }
    }
    List<Map.Entry<String, Reduction>> sorted =
        best.entrySet().stream()
            .sorted(
                Map.Entry.<String, Reduction>comparingByValue(
                        Comparator.comparingDouble(Reduction::share).reversed())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    List<Place> places = new ArrayList<>();
    for (Map.Entry<String, Reduction> one : sorted) {
      double share = one.getValue().share();
      int rank = 1 + (int) best.values().stream().filter(other -> other.share() > share).count();
      String value =
          String.format(Locale.ROOT, "%.1f %% (%s)", 100 * share, one.getValue().exercise());
      places.add(new Place(rank, one.getKey(), value));
    }
    return places;
  }

  /**
   * @param share of the starter's bytes that are gone
   * @param exercise its id
   */
  private record Reduction(double share, String exercise) {}

  private static @Nullable Reduction reduction(SubmissionResult result) {
    long starter = 0;
    for (ImageResult image : result.images()) {
      Long bytes = image.starterBytes();
      if (bytes == null || bytes <= 0) {
        return null;
      }
      starter += bytes;
    }
    long size = TotalSize.of(result);
    return size < 0 || size >= starter
        ? null
        : new Reduction(1 - (double) size / starter, result.exercise());
  }
}
