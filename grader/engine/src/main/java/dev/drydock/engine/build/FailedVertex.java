package dev.drydock.engine.build;

import dev.drydock.engine.build.BuildFailure.Point;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * BuildKit's first failed step; steps canceled because of it do not count.
 *
 * <p>BuildKit names its own steps: {@code [internal] load metadata for …}, {@code [build 2/5] RUN
 * …}, {@code exporting to image}. A stage's name cannot pass for another kind: it is followed by a
 * step's number.
 */
final class FailedVertex {

  private static final String CANCELLED = "context canceled";
  private static final Pattern STEP = Pattern.compile("\\[(?:.+ )?\\d+/\\d+] .*", Pattern.DOTALL);
  private static final Pattern EXIT =
      Pattern.compile(
          "(?:process \"|executor failed running \\[).*: exit code: (\\d+)", Pattern.DOTALL);

  private Point point = Point.NOWHERE;
  private @Nullable Integer exitCode;

  /**
   * Record what a step reports about its failure.
   *
   * @param name as BuildKit gives it
   * @param error its words, empty when it did not fail
   */
  void take(String name, String error) {
    if (error.isEmpty() || point != Point.NOWHERE || error.endsWith(CANCELLED)) {
      return;
    }
    Matcher exit = EXIT.matcher(error);
    if (!STEP.matcher(name).matches()) {
      point = ofItsOwn(name);
    } else if (error.startsWith("process \"") || error.startsWith("executor failed running")) {
      point = Point.PROGRAM;
      exitCode = exit.matches() ? Integer.valueOf(exit.group(1)) : null;
    } else {
      point = Point.INSTRUCTION;
    }
  }

  private static Point ofItsOwn(String name) {
    if (name.startsWith("exporting")) {
      return Point.EXPORT;
    }
    boolean image =
        name.startsWith("[internal] load metadata")
            || name.startsWith("[auth]")
            || name.startsWith("FROM ")
            || name.startsWith("resolve image config")
            || name.startsWith("docker-image://");
    return image ? Point.BASE_IMAGE : Point.SENDING;
  }

  Point point() {
    return point;
  }

  @Nullable Integer exitCode() {
    return exitCode;
  }
}
