package dev.drydock.check.build;

import dev.drydock.check.CheckInput;
import dev.drydock.engine.evidence.BuildEvidence;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * A known cause of a failed build. It is named only if the evidence matches; otherwise the
 * builder's own words have to do.
 *
 * @param key of its sentence in the check texts
 */
public record BuildMistake(String key, Map<String, String> values) {

  public BuildMistake {
    values = Map.copyOf(values);
  }

  /** Find out what went wrong in a build; none when it did not fail, or the cause is unknown. */
  public static Optional<BuildMistake> of(CheckInput input) {
    BuildEvidence build = input.evidence().build();
    if (build == null || build.status() != BuildEvidence.Status.FAILED) {
      return Optional.empty();
    }
    Stream<BiFunction<CheckInput, BuildEvidence, Optional<BuildMistake>>> known =
        Stream.of(
            MissingFile::explain,
            NoNetwork::explain,
            ToolComplaint::explain,
            NoPermission::explain,
            MissingCommand::explain);
    return known.flatMap(mistake -> mistake.apply(input, build).stream()).findFirst();
  }

  static BuildMistake of(String key, String... namesAndValues) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new BuildMistake(key, values);
  }
}
