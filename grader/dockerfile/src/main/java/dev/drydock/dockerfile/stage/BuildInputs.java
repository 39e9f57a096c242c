package dev.drydock.dockerfile.stage;

import java.util.Map;

/**
 * What a build brings along besides the Dockerfile.
 *
 * @param buildArguments values of {@code --build-arg}
 * @param platform such as {@code linux/amd64}
 * @param baseEnvironments environment of external base images, as far as known, by the familiar
 *     name with its tag ({@code node:24-alpine})
 */
public record BuildInputs(
    Map<String, String> buildArguments,
    String platform,
    Map<String, Map<String, String>> baseEnvironments) {

  /** A plain build of which nothing is known. */
  public static final BuildInputs NONE = new BuildInputs(Map.of(), "linux/amd64", Map.of());

  public BuildInputs {
    buildArguments = Map.copyOf(buildArguments);
    baseEnvironments = Map.copyOf(baseEnvironments);
  }

  public static BuildInputs ofArguments(Map<String, String> buildArguments) {
    return new BuildInputs(buildArguments, NONE.platform, Map.of());
  }
}
