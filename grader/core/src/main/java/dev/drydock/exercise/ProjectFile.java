package dev.drydock.exercise;

import static java.util.Objects.requireNonNullElse;

import dev.drydock.engine.job.CommandSpec;
import dev.drydock.engine.job.Job;
import dev.drydock.engine.job.RequestSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a student says of a project of their own: the content of its {@code drydock.yaml}. It takes
 * the place of what the exercise says of the bundled one.
 *
 * @param before the Dockerfile as it was, whose image sizes are compared with
 * @param port the service listens on, null for a command
 * @param startWithin null for what the exercise allows
 */
public record ProjectFile(
    String before,
    @Nullable Integer port,
    List<RequestSpec> requests,
    Map<String, String> env,
    List<CommandSpec> commands,
    @Nullable Duration startWithin) {

  /** Its name, in the project's folder. */
  public static final String FILE_NAME = "drydock.yaml";

  /** The old Dockerfile's name, where the file names none. */
  public static final String DEFAULT_BEFORE = "Dockerfile.before";

  private static final Duration LONGEST_START = Duration.ofMinutes(2);
  private static final YamlSchema SCHEMA = YamlSchema.resource("project.schema.json");

  public ProjectFile {
    requests = List.copyOf(requests);
    env = Map.copyOf(env);
    commands = List.copyOf(commands);
  }

  /**
   * Read the text of a file.
   *
   * @param file as problems name it
   * @throws InvalidExercise with every problem found
   */
  public static ProjectFile parse(String file, String text) {
    YamlDocument document = YamlDocument.of(Path.of(file), text);
    SCHEMA.check(document);
    document.failOnProblems();
    Wire wire = YamlDocument.MAPPER.treeToValue(document.root(), Wire.class);
    ProjectFile project = wire.toProject();
    project.check(document);
    document.failOnProblems();
    return project;
  }

  private void check(YamlDocument document) {
    if (port == null && commands.isEmpty()) {
      document.problem("", "expected a port (a service) or commands (a command)");
    }
    if (port != null && !commands.isEmpty()) {
      document.problem("commands", "a service has a port and requests, but no commands");
    }
    if (port == null != requests.isEmpty()) {
      document.problem(
          port == null ? "requests" : "port",
          port == null ? "expected a port for these requests" : "expected requests for this port");
    }
    for (int i = 0; i < requests.size(); i++) {
      String key = "requests[" + i + "]";
      requests.get(i).defect().ifPresent(defect -> document.problem(key, defect));
    }
    if (!requests.isEmpty() && requests.get(0).followsLink()) {
      document.problem(
          "requests[0].path", "expected an earlier request, whose answer has the link");
    }
    if (startWithin != null && startWithin.compareTo(LONGEST_START) > 0) {
      document.problem("startWithin", "expected at most 2m");
    }
  }

  /** What is asked of this project: its own answers, the exercise's checks. */
  public ImageSpec asked(ImageSpec image) {
    Duration within = requireNonNullElse(startWithin, image.job().startWithin());
    return image.with(
        port == null
            ? new Job.Command(env, within, commands)
            : new Job.Service(port, env, within, image.service().stopWithin(), requests));
  }

  private record Wire(
      @Nullable String before,
      @Nullable Integer port,
      @Nullable List<Request> requests,
      @Nullable Map<String, String> env,
      @Nullable List<Command> commands,
      @Nullable String startWithin) {

    private record Request(
        @Nullable String name,
        @Nullable String method,
        String path,
        @Nullable Map<String, String> headers,
        @Nullable String body,
        @Nullable Integer status,
        @Nullable String bodyEquals,
        @Nullable List<String> bodyContains,
        @Nullable Map<String, String> answerHeaders,
        @Nullable Boolean echoesNonce,
        @Nullable Boolean whileStopping) {

      private ExerciseFile.Request named() {
        return new ExerciseFile.Request(
            requireNonNullElse(name, path),
            method,
            path,
            headers,
            body,
            status,
            bodyEquals,
            bodyContains,
            answerHeaders,
            echoesNonce,
            whileStopping);
      }
    }

    private record Command(
        @Nullable String name,
        @Nullable List<String> arguments,
        @Nullable Map<String, String> env,
        @Nullable Integer exitCode,
        @Nullable List<String> outputContains) {

      private ExerciseFile.Command named() {
        String shown = arguments == null ? "" : String.join(" ", arguments);
        return new ExerciseFile.Command(
            requireNonNullElse(name, shown.isBlank() ? "run" : shown),
            arguments,
            env,
            exitCode,
            outputContains);
      }
    }

    private ProjectFile toProject() {
      return new ProjectFile(
          requireNonNullElse(before, DEFAULT_BEFORE),
          port,
          requireNonNullElse(requests, List.<Request>of()).stream()
              .map(Request::named)
              .map(ExerciseTranslator::request)
              .toList(),
          requireNonNullElse(env, Map.of()),
          requireNonNullElse(commands, List.<Command>of()).stream()
              .map(Command::named)
              .map(ExerciseTranslator::command)
              .toList(),
          startWithin == null ? null : ExerciseTranslator.duration(startWithin));
    }
  }
}
