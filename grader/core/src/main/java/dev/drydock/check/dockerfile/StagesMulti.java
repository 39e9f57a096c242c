package dev.drydock.check.dockerfile;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Shown;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.stage.Origin;
import dev.drydock.dockerfile.stage.Stage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** D05: two stages or more, and the final image takes files from another one. */
public final class StagesMulti extends CatalogueCheck {

  public static final String ID = "D05";

  public static final String ONE_STAGE = "one-stage";
  public static final String NO_COPY = "no-copy";

  public StagesMulti() {
    super(ID, "stages.multi", Need.PARSED);
  }

  @Override
  public Outcome judge(CheckInput input) {
    List<Stage> stages = input.dockerfile().stages();
    Measurement measurement =
        new Measurement(
            Shown.count(stages.size(), "stage"), "2 or more", (double) stages.size(), 2.0);
    Set<Stage> chain = new HashSet<>(input.finalStage().chain());
    if (stages.size() < 2) {
      return Outcome.failed(measurement, ONE_STAGE, Map.of(), input.finalStage().fromLine());
    }
    if (takesFromAnother(chain)) {
      return Outcome.passed(measurement);
    }
    Stage last = stages.get(stages.size() - 1);
    return Outcome.failed(
        measurement,
        NO_COPY,
        Map.of(
            "count", String.valueOf(stages.size()),
            "stage", another(input.dockerfile(), chain)),
        last.startLine());
  }

  private static boolean takesFromAnother(Set<Stage> chain) {
    return chain.stream()
        .flatMap(stage -> stage.uses().stream())
        .anyMatch(use -> use.origin() instanceof Origin.OfStage of && !chain.contains(of.stage()));
  }

  private static String another(Dockerfile dockerfile, Set<Stage> chain) {
    return dockerfile.stages().stream()
        .filter(stage -> !chain.contains(stage))
        .findFirst()
        .map(stage -> stage.name().orElse(String.valueOf(stage.index())))
        .orElse("build");
  }
}
