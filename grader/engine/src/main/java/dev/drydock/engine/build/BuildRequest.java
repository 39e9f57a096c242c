package dev.drydock.engine.build;

import dev.drydock.image.ByteSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * One image to build.
 *
 * @param context folder with the build context
 * @param dockerfile in it
 * @param tag name of the image, random
 * @param labels put on the image
 * @param steps how its steps are carried out
 * @param limits limits of the build
 */
public record BuildRequest(
    Path context,
    Path dockerfile,
    String tag,
    Map<String, String> labels,
    Map<String, String> buildArguments,
    Steps steps,
    Limits limits) {

  public BuildRequest {
    labels = Map.copyOf(labels);
    buildArguments = Map.copyOf(buildArguments);
  }

  /**
   * @param network whether RUN steps get the default network, or none
   * @param cached whether results of earlier builds may be used
   */
  public record Steps(boolean network, boolean cached) {

    /** As everybody builds. */
    public static Steps usual(boolean network) {
      return new Steps(network, true);
    }
  }

  /** The same image, every step carried out. */
  public BuildRequest uncached() {
    return new BuildRequest(
        context,
        dockerfile,
        tag,
        labels,
        buildArguments,
        new Steps(steps.network(), false),
        limits);
  }

  /**
   * @param time after which the build is cancelled
   * @param logBytes after which the build is cancelled
   * @param memoryBytes for each step, where the builder honours it (BuildKit does not)
   * @param diskBytes after which the build is cancelled, where the engine's disk can be seen
   */
  public record Limits(Duration time, long logBytes, long memoryBytes, long diskBytes) {

    private static final long LOG = 20_000_000;
    private static final long MEMORY = 4_000_000_000L;

    /** With the usual limits on log and memory. */
    public static Limits of(Duration time, ByteSize disk) {
      return new Limits(time, LOG, MEMORY, disk.bytes());
    }
  }
}
