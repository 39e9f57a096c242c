package dev.drydock.dockerfile.stage;

import java.util.Map;

/**
 * What a build is given besides the Dockerfile.
 *
 * @param buildArguments values of {@code --build-arg}, by name
 * @param platform to build for, such as {@code linux/amd64}
 * @param baseEnvironments environment variables of external base images, as far as they are known,
 *     by the familiar name with its tag ({@code node:24-alpine})
 */
public record BuildInputs(
    Map<String, String> buildArguments,
    String platform,
    Map<String, Map<String, String>> baseEnvironments) {

  /**
   * A build for {@code linux/amd64} without arguments, about whose base images nothing is known.
   */
  public static final BuildInputs NONE = new BuildInputs(Map.of(), "linux/amd64", Map.of());

  /**
   * Copy the maps.
   *
   * @param buildArguments values of {@code --build-arg}, by name
   * @param platform to build for, such as {@code linux/amd64}
   * @param baseEnvironments environment variables of external base images, as far as they are
   *     known, by the familiar name with its tag ({@code node:24-alpine})
   */
  public BuildInputs {
    buildArguments = Map.copyOf(buildArguments);
    baseEnvironments = Map.copyOf(baseEnvironments);
  }

  /**
   * Describe a build of which only the arguments are known.
   *
   * @param buildArguments values of {@code --build-arg}, by name
   * @return the inputs
   */
  public static BuildInputs ofArguments(Map<String, String> buildArguments) {
    return new BuildInputs(buildArguments, NONE.platform, Map.of());
  }
}
