package dev.drydock.check.rebuild;

import dev.drydock.check.BuildSteps;
import dev.drydock.check.CheckInput;
import dev.drydock.check.InstallCommand;
import dev.drydock.check.Outcome;
import dev.drydock.check.Reason;
import dev.drydock.engine.evidence.BuildEvidence.BuildStep;
import dev.drydock.evidence.RebuildEvidence;
import dev.drydock.evidence.RebuildEvidence.Rebuild;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** B02: one source file changed, so no installing step runs again. */
public final class RebuildSource extends RebuildCheck {

  public static final String ID = "B02";

  public static final String RAN_AGAIN = "ran-again";

  public RebuildSource() {
    super(ID, "rebuild.source");
  }

  @Override
  @Nullable Rebuild choose(RebuildEvidence evidence) {
    return evidence.sourceTouched();
  }

  @Override
  Outcome judge(CheckInput input, Rebuild rebuild) {
    BuildSteps installs = new BuildSteps(rebuild, input).whose(InstallCommand::isIn);
    if (installs.isEmpty()) {
      return Outcome.notApplicable(Reason.NOTHING_TO_CHECK);
    }
    List<BuildStep> again = installs.ranAgain();
    return again.isEmpty()
        ? Outcome.passed(measured(0, "0 of the installing steps"))
        : Outcome.failed(
            measured(again.size(), "0 of the installing steps"),
            RAN_AGAIN,
            Map.of("steps", BuildSteps.shown(again), "touched", rebuild.touched()),
            input.lineOf(again.get(0).name()));
  }
}
