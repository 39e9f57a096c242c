package dev.drydock.check.rebuild;

import dev.drydock.check.BuildSteps;
import dev.drydock.check.CheckInput;
import dev.drydock.check.InstallCommand;
import dev.drydock.check.Outcome;
import dev.drydock.check.Reason;
import dev.drydock.evidence.RebuildEvidence;
import dev.drydock.evidence.RebuildEvidence.Rebuild;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * B03: the manifest changed, so the dependencies are installed again. Against tricks that keep a
 * stale installation for the sake of B02.
 */
public final class RebuildManifest extends RebuildCheck {

  public RebuildManifest() {
    super("B03", "rebuild.manifest");
  }

  @Override
  @Nullable Rebuild choose(RebuildEvidence evidence) {
    return evidence.manifestTouched();
  }

  @Override
  Outcome judge(CheckInput input, Rebuild rebuild) {
    BuildSteps installs = new BuildSteps(rebuild).whose(InstallCommand::ofManifestIsIn);
    if (installs.isEmpty()) {
      return Outcome.notApplicable(Reason.NOTHING_TO_CHECK);
    }
    int again = installs.ranAgain().size();
    return again > 0
        ? Outcome.passed(measured(again, "at least 1"))
        : Outcome.failed(
            measured(0, "at least 1"),
            "not-run",
            Map.of("steps", BuildSteps.shown(installs.all()), "touched", rebuild.touched()),
            input.lineOf(installs.all().get(0).name()));
  }
}
