package dev.drydock.check.rebuild;

import dev.drydock.check.BuildSteps;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Outcome;
import dev.drydock.engine.evidence.BuildEvidence.BuildStep;
import dev.drydock.evidence.RebuildEvidence;
import dev.drydock.evidence.RebuildEvidence.Rebuild;
import java.util.List;
import java.util.Map;

/** B01: nothing changed, so no step runs again. */
public final class RebuildSame extends RebuildCheck {

  public static final String ID = "B01";

  public static final String RAN_AGAIN = "ran-again";

  public RebuildSame() {
    super(ID, "rebuild.same");
  }

  @Override
  Rebuild choose(RebuildEvidence evidence) {
    return evidence.same();
  }

  @Override
  Outcome judge(CheckInput input, Rebuild rebuild) {
    List<BuildStep> again = new BuildSteps(rebuild, input).ranAgain();
    return again.isEmpty()
        ? Outcome.passed(measured(0, "0"))
        : Outcome.failed(
            measured(again.size(), "0"),
            RAN_AGAIN,
            Map.of("steps", BuildSteps.shown(again)),
            input.lineOf(again.get(0).name()));
  }
}
