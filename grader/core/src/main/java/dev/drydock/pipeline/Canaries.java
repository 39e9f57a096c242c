package dev.drydock.pipeline;

import dev.drydock.check.Credentials;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.instruction.Arg;
import dev.drydock.dockerfile.instruction.Assignment;
import dev.drydock.submission.workspace.Salt;
import java.util.Map;
import java.util.TreeMap;

/**
 * The secret values planted for one build.
 *
 * @param byName what to look for, under the names the evidence has for them
 * @param buildArguments handed to the builder
 */
record Canaries(Map<String, String> byName, Map<String, String> buildArguments) {

  private static final String BUILD_ARGUMENT = "build-arg";

  private static final Map<String, String> NAMES =
      Map.of(
          ".env", "env-file",
          ".git/", "git",
          "node_modules/", "node_modules",
          "build/", "build-output",
          ".idea/", "editor");

  Canaries {
    byName = Map.copyOf(byName);
    buildArguments = Map.copyOf(buildArguments);
  }

  /** Those in files of the context. */
  static Canaries inFiles(Salt.Planted planted) {
    Map<String, String> byName = new TreeMap<>();
    planted.canaries().forEach((item, value) -> byName.put(NAMES.getOrDefault(item, item), value));
    return new Canaries(byName, Map.of());
  }

  /**
   * These, and one more as the value of each build argument that is called like a credential. Other
   * arguments keep what the Dockerfile says, or it might not build.
   */
  Canaries andInArguments(Dockerfile model, Salt salt) {
    String value = salt.canary(BUILD_ARGUMENT);
    Map<String, String> arguments = new TreeMap<>();
    model.stages().stream()
        .flatMap(stage -> stage.instructions().stream())
        .filter(Arg.class::isInstance)
        .flatMap(arg -> ((Arg) arg).assignments().stream())
        .map(Assignment::name)
        .filter(Credentials::named)
        .forEach(name -> arguments.put(name, value));
    Map<String, String> all = new TreeMap<>(byName);
    all.put(BUILD_ARGUMENT, value);
    return new Canaries(all, arguments);
  }
}
