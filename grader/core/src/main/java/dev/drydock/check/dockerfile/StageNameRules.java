package dev.drydock.check.dockerfile;

import dev.drydock.check.Outcome;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.stage.Stage;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** D06's rules for the stages themselves: their names, and that each is needed. */
final class StageNameRules {

  private static final Set<String> RESERVED_NAMES = Set.of("scratch", "context");

  private StageNameRules() {}

  static Optional<Outcome> judge(Dockerfile dockerfile) {
    return name(dockerfile).or(() -> unused(dockerfile));
  }

  private static Optional<Outcome> name(Dockerfile dockerfile) {
    Map<String, Integer> seen = new HashMap<>();
    for (Stage stage : dockerfile.stages()) {
      String alias = Optional.ofNullable(stage.from().alias()).orElse("");
      Map<String, String> values = Map.of("name", alias);
      if (!alias.equals(alias.toLowerCase(Locale.ROOT))) {
        return Optional.of(
            StagesNamed.failed(alias, StagesNamed.UPPER_CASE, values, stage.startLine()));
      }
      if (RESERVED_NAMES.contains(alias)) {
        return Optional.of(
            StagesNamed.failed(alias, StagesNamed.RESERVED, values, stage.startLine()));
      }
      Integer first = alias.isEmpty() ? null : seen.put(alias, stage.startLine());
      if (first != null) {
        return Optional.of(
            StagesNamed.failed(
                alias,
                StagesNamed.DUPLICATE,
                Map.of("name", alias, "first", first.toString()),
                stage.startLine()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Outcome> unused(Dockerfile dockerfile) {
    return dockerfile.unusedStages().stream()
        .findFirst()
        .map(
            stage ->
                StagesNamed.failed(
                    stage.toString(),
                    StagesNamed.UNUSED,
                    Map.of("name", stage.toString()),
                    stage.startLine()));
  }
}
