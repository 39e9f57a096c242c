package dev.drydock.check.image;

import dev.drydock.check.Asked;
import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Shown;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.image.ByteSize;
import dev.drydock.image.anatomy.FileSystemFacts.CacheFolder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * I05: caches of package managers left in the final file system. Where the exercise sets no limit
 * it is 100 kB: an empty list or a log of the installer is not worth a word.
 */
public final class CacheFiles extends CatalogueCheck {

  private static final ByteSize DEFAULT_LIMIT = ByteSize.of(100_000);

  /** Those whose remedy is known. */
  private static final Set<String> KINDS =
      Set.of(
          "apt-lists",
          "apt-archives",
          "apk",
          "dnf",
          "npm",
          "yarn",
          "pnpm",
          "pip",
          "go-modules",
          "go-build",
          "maven");

  public CacheFiles() {
    super("I05", "cache.files", Need.IMAGE);
  }

  @Override
  public Asked asked(ImageSpec image, CheckRule rule) {
    return Asked.of("limited", "limit", Shown.limit(limit(rule)));
  }

  @Override
  public Outcome judge(CheckInput input) {
    List<CacheFolder> caches = input.anatomy().files().caches();
    long bytes = caches.stream().mapToLong(CacheFolder::bytes).sum();
    Measurement measurement = Measurement.ofBytes(bytes, limit(input.rule()).bytes());
    if (bytes <= limit(input.rule()).bytes()) {
      return Outcome.passed(measurement);
    }
    CacheFolder worst =
        caches.stream().max(Comparator.comparingLong(CacheFolder::bytes)).orElseThrow();
    return Outcome.failed(
        measurement,
        KINDS.contains(worst.kind()) ? worst.kind() : "other",
        Map.of(
            "path", worst.path(),
            "bytes", ByteSize.of(worst.bytes()).toString(),
            "where", input.layers().where(worst.layer())),
        input.layers().line(worst.layer()));
  }

  private static ByteSize limit(CheckRule rule) {
    return Optional.ofNullable(rule.max()).orElse(DEFAULT_LIMIT);
  }
}
