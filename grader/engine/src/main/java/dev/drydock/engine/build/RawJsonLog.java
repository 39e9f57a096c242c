package dev.drydock.engine.build;

import dev.drydock.engine.evidence.BuildEvidence.BuildStep;
import dev.drydock.engine.host.Progress;
import dev.drydock.engine.host.TextTail;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * BuildKit's {@code --progress=rawjson}: one JSON object a line, then, when the build failed, plain
 * lines of the CLI. It separates step output from the builder's own words reliably, which plain
 * text cannot.
 *
 * <pre>
 * {"vertexes":[{"digest":"sha256:…","inputs":["sha256:…"],"name":"[build 2/5] RUN go build",
 *   "started":"…","completed":"…","cached":true,
 *   "error":"process \"/bin/sh -c …\" did not complete successfully: exit code: 1"}]}
 * {"logs":[{"vertex":"sha256:…","stream":2,"data":"base64"}]}
 * Dockerfile:3
 * --------------------
 * ERROR: failed to build: failed to solve: …
 * </pre>
 */
final class RawJsonLog implements BuildLog {

  private static final Pattern POINTS_AT = Pattern.compile("[^\\s:]+:(\\d+)");

  /** Its own name for a layer, new each time. */
  private static final Pattern REFERENCE = Pattern.compile(" of ref [\\w-]+::\\w+");

  /** Which of its client's two calls first sees a build fail is chance. */
  private static final Pattern ASKED = Pattern.compile("failed to (?:run Build function|solve): ");

  private final Progress progress;
  private final TextTail tail = new TextTail(200);
  private final BuildGraph graph = new BuildGraph();
  private String error = "";
  private final FailedVertex failed = new FailedVertex();
  private int failedLine;

  RawJsonLog(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void line(String line) {
    if (!line.startsWith("{")) {
      plain(line);
      return;
    }
    try {
      JsonNode status = JsonMapper.shared().readTree(line);
      status.path("vertexes").forEach(this::vertex);
      status.path("logs").forEach(log -> tail.append(decode(log.path("data").asString(""))));
    } catch (JacksonException | IllegalArgumentException e) {
      plain(line);
    }
  }

  @Override
  public List<BuildStep> steps() {
    return graph.steps();
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
    return failed.point();
  }

  @Override
  public @Nullable Integer exitCode() {
    return failed.exitCode();
  }

  @Override
  public int failedLine() {
    return failedLine;
  }

  private void plain(String line) {
    Matcher points = POINTS_AT.matcher(line);
    if (points.matches()) {
      failedLine = Integer.parseInt(points.group(1));
    }
    String words = line;
    if (line.startsWith("ERROR: ")) {
      words = withoutChance(line);
      error = TextTail.clean(words.substring("ERROR: ".length()));
    }
    tail.append(words + "\n");
  }

  private static String withoutChance(String line) {
    String words = ASKED.matcher(line).replaceFirst("failed to solve: ");
    return REFERENCE.matcher(words).replaceFirst("");
  }

  private void vertex(JsonNode said) {
    failed.take(said.path("name").asString(""), said.path("error").asString(""));
    graph
        .update(said)
        .forEach(
            instruction -> {
              progress.at("build", instruction);
              // a base image's name depends on who asked for it first
              if (!instruction.startsWith("FROM ")) {
                tail.append(instruction + "\n");
              }
            });
  }

  private static String decode(String data) {
    return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
  }
}
