package dev.drydock.check.image;

import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.SizeLimitedCheck;
import dev.drydock.image.ByteSize;
import dev.drydock.image.anatomy.FileSystemFacts.CacheFolder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * I05: caches of package managers left in the final file system. The default limit is 100 kB: an
 * empty list or an installer's log is not worth mentioning.
 */
public final class CacheFiles extends SizeLimitedCheck {

  public static final String ID = "I05";

  public static final String APT_LISTS = "apt-lists";
  public static final String APT_ARCHIVES = "apt-archives";
  public static final String APK = "apk";
  public static final String DNF = "dnf";
  public static final String OTHER = "other";
  public static final String NPM = "npm";
  public static final String YARN = "yarn";
  public static final String PNPM = "pnpm";
  public static final String PIP = "pip";
  public static final String GO_MODULES = "go-modules";
  public static final String GO_BUILD = "go-build";
  public static final String MAVEN = "maven";

  private static final ByteSize USUAL_LIMIT = ByteSize.of(100_000);

  /** Those with a known remedy. */
  private static final Set<String> KINDS =
      Set.of(APT_LISTS, APT_ARCHIVES, APK, DNF, NPM, YARN, PNPM, PIP, GO_MODULES, GO_BUILD, MAVEN);

  public CacheFiles() {
    super(ID, "cache.files", Need.ANY_IMAGE, USUAL_LIMIT);
  }

  @Override
  protected Outcome judge(CheckInput input, long limit) {
    List<CacheFolder> caches = input.anatomy().files().caches();
    long bytes = caches.stream().mapToLong(CacheFolder::bytes).sum();
    Measurement measurement = Measurement.ofBytes(bytes, limit);
    if (bytes <= limit) {
      return Outcome.passed(measurement);
    }
    CacheFolder worst =
        caches.stream().max(Comparator.comparingLong(CacheFolder::bytes)).orElseThrow();
    return Outcome.failed(
        measurement,
        KINDS.contains(worst.kind()) ? worst.kind() : OTHER,
        Map.of(
            "path", worst.path(),
            "bytes", ByteSize.of(worst.bytes()).toString(),
            "where", input.layers().where(worst.layer())),
        input.layers().line(worst.layer()));
  }
}
