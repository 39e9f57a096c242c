package dev.drydock.check.dockerfile;

import dev.drydock.check.Asked;
import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.stage.Origin;
import dev.drydock.dockerfile.stage.Stage;
import dev.drydock.dockerfile.stage.StageUse;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.text.DidYouMean;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * D06: every {@code --from} is a stage or an image, the names are sound, no stage is left over. A
 * bare word that names no stage is taken for a misspelt one when it resembles a stage, or when the
 * builder could not find such an image.
 */
public final class StagesNamed extends CatalogueCheck {

  public StagesNamed() {
    super("D06", "stages.named", Need.PARSED);
  }

  @Override
  public Asked asked(ImageSpec image, CheckRule rule) {
    return rule.namedStages() ? new Asked("named", Map.of()) : Asked.PLAIN;
  }

  @Override
  public Outcome judge(CheckInput input) {
    return use(input).or(() -> StageNameRules.judge(input.dockerfile())).orElseGet(Outcome::passed);
  }

  private static Optional<Outcome> use(CheckInput input) {
    for (Stage stage : input.dockerfile().stages()) {
      for (StageUse use : stage.uses()) {
        Optional<Outcome> outcome = use(input, stage, use);
        if (outcome.isPresent()) {
          return outcome;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Outcome> use(CheckInput input, Stage stage, StageUse use) {
    int line = use.instruction().startLine();
    Map<String, String> values =
        Map.of("name", use.written(), "stages", before(input.dockerfile(), stage));
    if (use.origin() instanceof Origin.Invalid invalid) {
      Map<String, String> more =
          Map.of("problem", invalid.reason(), "stages", values.get("stages") + "");
      return Optional.of(failed(use.written(), "invalid", more, line));
    }
    if (use.origin() instanceof Origin.OfImage image && isNoImage(input, use, image)) {
      return Optional.of(failed(use.written(), "unknown", values, line));
    }
    return input.rule().namedStages() && use.byNumber()
        ? Optional.of(failed(use.written(), "by-number", values, line))
        : Optional.empty();
  }

  private static boolean isNoImage(CheckInput input, StageUse use, Origin.OfImage image) {
    boolean bareWord = !use.written().matches(".*[:/@.].*");
    return bareWord
        && !input.isBuilt()
        && !input.rule().allow().contains(image.image().familiarName())
        && (isNearAStage(input, use.written()) || isMissing(input, use.written()));
  }

  private static boolean isNearAStage(CheckInput input, String name) {
    List<String> names =
        input.dockerfile().stages().stream().flatMap(stage -> stage.name().stream()).toList();
    return DidYouMean.closest(name, names).isPresent();
  }

  /** Whether the builder could not find it and says so. */
  private static boolean isMissing(CheckInput input, String name) {
    BuildEvidence build = input.evidence().build();
    return build != null && build.message().contains(name);
  }

  static Outcome failed(String name, String finding, Map<String, String> values, int line) {
    return Outcome.failed(Measurement.of(name, "sound names, all used"), finding, values, line);
  }

  private static String before(Dockerfile dockerfile, Stage stage) {
    List<Stage> earlier = dockerfile.stages().subList(0, stage.index());
    return earlier.isEmpty()
        ? "none"
        : earlier.stream().map(Stage::toString).collect(Collectors.joining(", "));
  }
}
