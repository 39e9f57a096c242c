package dev.drydock.verdict;

import dev.drydock.check.image.SizeMax;
import dev.drydock.check.run.HttpContract;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One image of a submission, judged.
 *
 * @param sizeBytes null when there is no image; likewise the other sizes
 * @param engineSizeBytes what {@code docker images} shows
 * @param dockerfile the student's, for annotated views
 * @param savings what would make the image lighter, most first
 * @param heaviest own files that weigh most
 * @param buildLog last lines of the builder's log
 * @param runLog last lines the container wrote
 */
public record ImageResult(
    String name,
    @Nullable Long sizeBytes,
    @Nullable Long engineSizeBytes,
    @Nullable Long compressedBytes,
    @Nullable Long starterBytes,
    List<LayerResult> layers,
    @Nullable Long wastedBytes,
    List<CheckResult> checks,
    DockerfileText dockerfile,
    List<Saving> savings,
    List<PathBytes> heaviest,
    List<String> buildLog,
    List<String> runLog) {

  public ImageResult {
    layers = List.copyOf(layers);
    checks = List.copyOf(checks);
    savings = List.copyOf(savings);
    heaviest = List.copyOf(heaviest);
    buildLog = List.copyOf(buildLog);
    runLog = List.copyOf(runLog);
  }

  /**
   * The required check to fix first: where the container does not do its job, what others wait for;
   * else the first that failed.
   */
  public Optional<CheckResult> firstToMend() {
    List<CheckResult> failed =
        checks.stream()
            .filter(check -> check.required() && check.outcome() == CheckResult.Result.FAIL)
            .toList();
    boolean othersWait =
        checks.stream().anyMatch(check -> check.outcome() == CheckResult.Result.BLOCKED);
    return failed.stream()
        .filter(check -> othersWait && check.id().equals(HttpContract.ID))
        .findFirst()
        .or(() -> failed.stream().findFirst());
  }

  /** The limit of its size in bytes, where there is one. */
  public Optional<Double> sizeLimit() {
    return checks.stream()
        .filter(check -> check.id().equals(SizeMax.ID))
        .flatMap(check -> Stream.ofNullable(check.limitValue()))
        .findFirst();
  }

  /** The same with no point earned: for a submission that is not graded. */
  public ImageResult withoutPoints() {
    return new ImageResult(
        name,
        sizeBytes,
        engineSizeBytes,
        compressedBytes,
        starterBytes,
        layers,
        wastedBytes,
        checks.stream().map(CheckResult::withoutPoints).toList(),
        dockerfile,
        savings,
        heaviest,
        buildLog,
        runLog);
  }

  /**
   * @param instruction the Dockerfile instruction it comes from, or the history's words
   * @param line of the Dockerfile, null when it cannot be told (the base's layers)
   * @param base part of the base image
   * @param wastedBytes bytes in it that a later layer hides
   */
  public record LayerResult(
      String diffId,
      long bytes,
      String instruction,
      @Nullable Integer line,
      boolean base,
      long wastedBytes) {}

  /**
   * @param path as the student names it
   */
  public record DockerfileText(String path, String text) {}

  /**
   * @param line of the instruction to change, null when it cannot be told
   * @param text one sentence: what weighs, and what would save it
   */
  public record Saving(long bytes, @Nullable Integer line, String text) {}

  /** A path in the image and its bytes. */
  public record PathBytes(String path, long bytes) {}
}
