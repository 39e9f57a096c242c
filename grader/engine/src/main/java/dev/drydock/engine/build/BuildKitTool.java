package dev.drydock.engine.build;

import dev.drydock.engine.host.BoundedProcess;
import dev.drydock.engine.host.EngineHost;
import dev.drydock.engine.ledger.DrydockHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program on this machine that builds with BuildKit: the buildx plugin run on its own, or a
 * docker CLI that has BuildKit built in (20.10).
 *
 * @param command words before the options of a build
 * @param env it needs
 * @param machineReadable whether it can print its progress as JSON
 */
public record BuildKitTool(List<String> command, Map<String, String> env, boolean machineReadable) {

  private static final Duration QUESTION = Duration.ofSeconds(10);

  public BuildKitTool {
    command = List.copyOf(command);
    env = Map.copyOf(env);
  }

  /** The first that works, in the order of PATH, then the folder that {@code setup} fills. */
  public static Optional<BuildKitTool> find(EngineHost host) {
    return candidates().flatMap(docker -> probe(docker, host.environment()).stream()).findFirst();
  }

  private static Stream<Path> candidates() {
    String name = System.getProperty("os.name").startsWith("Windows") ? "docker.exe" : "docker";
    List<Path> folders = new ArrayList<>();
    for (String folder :
        System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
      if (!folder.isBlank()) {
        folders.add(Path.of(folder));
      }
    }
    folders.add(DrydockHome.resolve().engineBin());
    return folders.stream().map(folder -> folder.resolve(name)).filter(Files::isExecutable);
  }

  private static Optional<BuildKitTool> probe(Path docker, Map<String, String> env) {
    String plugin =
        ask(
            env,
            docker.toString(),
            "info",
            "--format",
            "{{range .ClientInfo.Plugins}}{{if eq .Name \"buildx\"}}{{.Path}}{{end}}{{end}}");
    if (!plugin.isEmpty() && Files.isExecutable(Path.of(plugin))) {
      String help = ask(env, plugin, "build", "--help");
      if (!help.isEmpty()) {
        return Optional.of(
            new BuildKitTool(
                List.of(
                    plugin,
                    "build",
                    "--builder",
                    "default",
                    "--load",
                    "--provenance=false",
                    "--sbom=false"),
                // otherwise buildx calls git seven times per build, for an attestation nobody asked
                // for
                with(env, "BUILDX_GIT_INFO", "false"),
                help.contains("rawjson")));
      }
    }
    String version = ask(env, docker.toString(), "version", "--format", "{{.Client.Version}}");
    if (version.startsWith("20.") || version.startsWith("19.03")) {
      return Optional.of(
          new BuildKitTool(
              List.of(docker.toString(), "build"), with(env, "DOCKER_BUILDKIT", "1"), false));
    }
    return Optional.empty();
  }

  private static Map<String, String> with(Map<String, String> env, String name, String value) {
    Map<String, String> more = new HashMap<>(env);
    more.put(name, value);
    return more;
  }

  private static String ask(Map<String, String> env, String... command) {
    BoundedProcess.Output output = BoundedProcess.capture(List.of(command), env, QUESTION);
    return output.succeeded() ? output.text() : "";
  }
}
