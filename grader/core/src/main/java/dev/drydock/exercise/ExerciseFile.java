package dev.drydock.exercise;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The wire form of {@code exercise.yaml}, read only after its schema found nothing wrong with it.
 * What a check is set to is the check's to read.
 *
 * <pre>{@code
 * id: "3.9"
 * title: Multi-stage builds for a backend
 * summary: One sentence.
 * published:
 *   - {label: course limit, size: 25 MB}
 * images:
 *   - name: backend
 *     salt: [.git/, .env]
 *     port: 8080
 *     env: {PORT: "8080"}
 *     requests:
 *       - {name: ping, path: /ping, bodyEquals: pong, echoesNonce: true}
 *     checks:
 *       D01: {points: 1}
 *       I01: {points: 4, max: 8 MB, bands: [{max: 15 MB, points: 2}]}
 *     starter:
 *       fails: [I01]
 * }</pre>
 */
record ExerciseFile(
    String id,
    String title,
    String summary,
    @Nullable List<Published> published,
    List<Image> images) {

  record Published(String label, String size) {}

  record Image(
      String name,
      @Nullable List<String> editable,
      @Nullable List<String> salt,
      @Nullable List<String> generated,
      @Nullable String buildNetwork,
      @Nullable Integer port,
      @Nullable Map<String, String> env,
      @Nullable String startWithin,
      @Nullable String stopWithin,
      @Nullable List<Request> requests,
      @Nullable List<Command> commands,
      Map<String, JsonNode> checks,
      @Nullable Rebuild rebuild,
      @Nullable Starter starter,
      @Nullable String buildWithin,
      @Nullable String buildDisk) {}

  record Request(
      String name,
      @Nullable String method,
      String path,
      @Nullable Map<String, String> headers,
      @Nullable String body,
      @Nullable Integer status,
      @Nullable String bodyEquals,
      @Nullable List<String> bodyContains,
      @Nullable Map<String, String> answerHeaders,
      @Nullable Boolean echoesNonce,
      @Nullable Boolean whileStopping) {}

  record Command(
      String name,
      @Nullable List<String> arguments,
      @Nullable Map<String, String> env,
      @Nullable Integer exitCode,
      @Nullable List<String> outputContains) {}

  record Rebuild(String source, String manifest) {}

  record Starter(List<String> fails) {}
}
