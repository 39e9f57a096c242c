package dev.drydock.image.anatomy;

import java.util.List;
import java.util.Map;

/**
 * The part of an image's configuration that says how it runs.
 *
 * @param user as configured, empty when none: {@code 10001:10001}, {@code app}
 * @param exposedPorts as configured: {@code 8080/tcp}
 * @param env {@code NAME=value}
 * @param stopSignal as configured, empty when none
 * @param healthcheck the test ({@code ["CMD", …]}), empty when none
 */
public record ImageConfig(
    String user,
    List<String> entrypoint,
    List<String> cmd,
    List<String> exposedPorts,
    List<String> env,
    String workingDir,
    String stopSignal,
    List<String> healthcheck,
    Map<String, String> labels,
    List<String> volumes) {

  public ImageConfig {
    entrypoint = List.copyOf(entrypoint);
    cmd = List.copyOf(cmd);
    exposedPorts = List.copyOf(exposedPorts);
    env = List.copyOf(env);
    healthcheck = List.copyOf(healthcheck);
    labels = Map.copyOf(labels);
    volumes = List.copyOf(volumes);
  }

  /** What is executed: the entry point with the command behind it. */
  public List<String> commandLine() {
    return java.util.stream.Stream.concat(entrypoint.stream(), cmd.stream()).toList();
  }
}
