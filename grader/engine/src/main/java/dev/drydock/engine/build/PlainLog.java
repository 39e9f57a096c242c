package dev.drydock.engine.build;

import dev.drydock.engine.evidence.BuildEvidence.BuildStep;
import dev.drydock.engine.host.Progress;
import dev.drydock.engine.host.TextTail;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * BuildKit's {@code --progress=plain}, for the CLI of 20.10 that has no other.
 *
 * <pre>
 * #5 [build 2/3] RUN go build
 * #5 sha256:…
 * #5 0.312 output of the step
 * #5 CACHED | #5 DONE 1.2s | #5 ERROR: executor failed running […]: exit code: 1
 * failed to solve with frontend dockerfile.v0: …
 * </pre>
 */
final class PlainLog implements BuildLog {

  private static final Pattern STEP = Pattern.compile("#(\\d+) \\[(?:(.+) )?\\d+/\\d+] (.*)");
  private static final Pattern NAME =
      Pattern.compile("#(\\d+) (\\[.*|exporting .*|FROM .*|resolve .*)");
  private static final Pattern CACHED = Pattern.compile("#(\\d+) CACHED");
  private static final Pattern DONE = Pattern.compile("#(\\d+) DONE (\\d+\\.\\d)s");
  private static final Pattern ERROR = Pattern.compile("#(\\d+) ERROR: (.*)");
  private static final Pattern FINAL =
      Pattern.compile("(?:ERROR: |error: )?(failed to solve.*|failed to build.*)");
  private static final Pattern POINTS_AT = Pattern.compile("[^\\s:]+:(\\d+)");

  private final Progress progress;
  private final TextTail tail = new TextTail(200);
  private final Map<String, BuildStep> steps = new LinkedHashMap<>();
  private String error = "";
  private final Map<String, String> names = new HashMap<>();
  private final FailedVertex vertex = new FailedVertex();
  private int failedLine;

  PlainLog(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void line(String line) {
    tail.append(line + "\n");
    Matcher name = NAME.matcher(line);
    if (name.matches()) {
      names.putIfAbsent(name.group(1), name.group(2));
    }
    Matcher step = STEP.matcher(line);
    Matcher cached = CACHED.matcher(line);
    Matcher done = DONE.matcher(line);
    Matcher failed = ERROR.matcher(line);
    Matcher end = FINAL.matcher(line);
    Matcher points = POINTS_AT.matcher(line);
    if (step.matches()) {
      String stage = step.group(2) == null ? "" : step.group(2);
      String instruction = TextTail.clean(step.group(3));
      steps.putIfAbsent(step.group(1), new BuildStep(instruction, stage, false, 0));
      progress.at("build", instruction);
    } else if (cached.matches()) {
      steps.computeIfPresent(
          cached.group(1), (n, s) -> new BuildStep(s.name(), s.stage(), true, s.millis()));
    } else if (done.matches()) {
      long millis = Math.round(Double.parseDouble(done.group(2)) * 1_000);
      steps.computeIfPresent(
          done.group(1), (n, s) -> new BuildStep(s.name(), s.stage(), s.cached(), millis));
    } else if (failed.matches()) {
      vertex.take(names.getOrDefault(failed.group(1), ""), failed.group(2));
    } else if (end.matches()) {
      error = TextTail.clean(end.group(1));
    } else if (points.matches()) {
      failedLine = Integer.parseInt(points.group(1));
    }
  }

  @Override
  public List<BuildStep> steps() {
    return List.copyOf(steps.values());
  }

  @Override
  public List<String> tail() {
    return tail.lines();
  }

  @Override
  public String error() {
    return error;
  }

  @Override
  public BuildFailure.Point failedAt() {
    return vertex.point();
  }

  @Override
  public @Nullable Integer exitCode() {
    return vertex.exitCode();
  }

  @Override
  public int failedLine() {
    return failedLine;
  }
}
