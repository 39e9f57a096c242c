package dev.drydock.image.anatomy;

import java.util.List;
import java.util.Map;

/**
 * The part of an image's configuration that says how it runs.
 *
 * @param user as configured, such as {@code 10001:10001} or {@code app}; empty when none is
 * @param entrypoint as configured, one element a word; empty when none is
 * @param cmd as configured, one element a word; empty when none is
 * @param exposedPorts as configured, such as {@code 8080/tcp}
 * @param env as configured, each {@code NAME=value}
 * @param workingDir as configured; empty when none is
 * @param stopSignal as configured; empty when none is
 * @param healthcheck the test ({@code ["CMD", …]}); empty when there is none
 * @param labels by name
 * @param volumes paths
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

  /**
   * Copy the lists.
   *
   * @param user as configured, such as {@code 10001:10001} or {@code app}; empty when none is
   * @param entrypoint as configured, one element a word; empty when none is
   * @param cmd as configured, one element a word; empty when none is
   * @param exposedPorts as configured, such as {@code 8080/tcp}
   * @param env as configured, each {@code NAME=value}
   * @param workingDir as configured; empty when none is
   * @param stopSignal as configured; empty when none is
   * @param healthcheck the test ({@code ["CMD", …]}); empty when there is none
   * @param labels by name
   * @param volumes paths
   */
  public ImageConfig {
    entrypoint = List.copyOf(entrypoint);
    cmd = List.copyOf(cmd);
    exposedPorts = List.copyOf(exposedPorts);
    env = List.copyOf(env);
    healthcheck = List.copyOf(healthcheck);
    labels = Map.copyOf(labels);
    volumes = List.copyOf(volumes);
  }

  /** {@return the words that are executed: the entry point followed by the command} */
  public List<String> commandLine() {
    return java.util.stream.Stream.concat(entrypoint.stream(), cmd.stream()).toList();
  }
}
