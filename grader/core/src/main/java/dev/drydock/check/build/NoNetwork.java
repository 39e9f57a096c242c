package dev.drydock.check.build;

import dev.drydock.check.CheckInput;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.exercise.ImageSpec.BuildNetwork;
import java.util.Optional;
import java.util.regex.Pattern;

/** A RUN that wants to fetch something where the exercise builds without a network. */
final class NoNetwork {

  private static final Pattern NO_NETWORK =
      Pattern.compile(
          "could ?n.t resolve|could not resolve|temporary failure|network is unreachable"
              + "|EAI_AGAIN|ENOTFOUND|ENETUNREACH|bad address|no such host|dial tcp"
              + "|name resolution|unable to resolve",
          Pattern.CASE_INSENSITIVE);

  private NoNetwork() {}

  static Optional<BuildMistake> explain(CheckInput input, BuildEvidence build) {
    boolean matches =
        input.spec().build().network() == BuildNetwork.NONE
            && build.logTail().stream().anyMatch(line -> NO_NETWORK.matcher(line).find());
    return matches ? Optional.of(BuildMistake.of("noNetwork")) : Optional.empty();
  }
}
