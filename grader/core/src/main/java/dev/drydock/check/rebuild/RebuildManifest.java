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

/**
 * B03: the manifest changed, so the dependencies are installed again, in every stage that installs
 * any. Guards against tricks that keep a stale installation to pass B02.
 */
public final class RebuildManifest extends RebuildCheck {

  public static final String ID = "B03";

  public static final String NOT_RUN = "not-run";

  public RebuildManifest() {
    super(ID, "rebuild.manifest");
  }

  @Override
  @Nullable Rebuild choose(RebuildEvidence evidence) {
    return evidence.manifestTouched();
  }

  @Override
  Outcome judge(CheckInput input, Rebuild rebuild) {
    BuildSteps installs = new BuildSteps(rebuild, input).whose(InstallCommand::ofManifestIsIn);
    if (installs.isEmpty()) {
      return Outcome.notApplicable(Reason.NOTHING_TO_CHECK);
    }
    int again = installs.ranAgain().size();
    List<BuildStep> stale = installs.all().stream().filter(BuildStep::cached).toList();
    return stale.isEmpty()
        ? Outcome.passed(measured(again, "every installing step"))
        : Outcome.failed(
            measured(again, "all " + installs.all().size()),
            NOT_RUN,
            Map.of("steps", BuildSteps.shown(stale), "touched", rebuild.touched()),
            input.lineOf(stale.get(0).name()));
  }
}
