package dev.drydock.check.build;

import dev.drydock.check.CheckInput;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.exercise.ImageSpec.BuildNetwork;
import java.util.Optional;

/** A RUN that wants to fetch something where the exercise builds without a network. */
final class NoNetwork {

  private NoNetwork() {}

  static Optional<BuildMistake> explain(CheckInput input, BuildEvidence build) {
    boolean matches =
        input.spec().build().network() == BuildNetwork.NONE
            && NetworkTrouble.isNoName(BuildOutput.ofFailedRun(build));
    return matches ? Optional.of(BuildMistake.of("noNetwork")) : Optional.empty();
  }
}
