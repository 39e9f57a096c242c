package dev.drydock.check.dockerfile;

import dev.drydock.check.Asked;
import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Reason;
import dev.drydock.check.Shown;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.instruction.Copy;
import dev.drydock.dockerfile.instruction.Healthcheck;
import dev.drydock.dockerfile.instruction.Mount;
import dev.drydock.dockerfile.instruction.Run;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** D17: the Dockerfile uses the features that the exercise is about. */
public final class InstructionsUsed extends CatalogueCheck {

  private static final Map<String, String> EXAMPLES =
      Map.of(
          "cache-mount", "RUN --mount=type=cache,target=/root/.npm npm ci",
          "link", "COPY --link --from=build /server /server",
          "heredoc", "RUN <<EOF",
          "healthcheck", "HEALTHCHECK CMD [\"/server\", \"-check\"]",
          "copy-chown", "COPY --chown=10001:10001 . .");

  public InstructionsUsed() {
    super("D17", "instructions.used", Need.PARSED);
  }

  @Override
  public Optional<Reason> exempt(ImageSpec image, CheckRule rule) {
    return rule.uses().isEmpty() ? Optional.of(Reason.NO_LIMIT) : Optional.empty();
  }

  @Override
  public Asked asked(ImageSpec image, CheckRule rule) {
    return rule.uses().isEmpty()
        ? Asked.PLAIN
        : Asked.of("uses", "limit", Shown.list(rule.uses(), 8));
  }

  @Override
  public Outcome judge(CheckInput input) {
    List<String> asked = input.rule().uses();
    List<String> missing =
        asked.stream().filter(feature -> !uses(input.dockerfile(), feature)).toList();
    Measurement measurement =
        Measurement.of(asked.size() - missing.size() + " of " + asked.size(), Shown.list(asked, 8));
    return missing.isEmpty()
        ? Outcome.passed(measurement)
        : Outcome.failed(
            measurement,
            "missing",
            Map.of(
                "missing", Shown.list(missing, 8),
                "example", EXAMPLES.getOrDefault(missing.get(0), "")),
            null);
  }

  private static boolean uses(Dockerfile dockerfile, String feature) {
    return switch (feature) {
      case "cache-mount" ->
          dockerfile.instructions(Run.class).stream()
              .anyMatch(run -> run.mounts().stream().anyMatch(Mount::isCache));
      case "link" -> copiesWith(dockerfile, "link");
      case "copy-chown" -> copiesWith(dockerfile, "chown");
      case "heredoc" ->
          dockerfile.instructions().stream().anyMatch(one -> !one.heredocs().isEmpty());
      case "healthcheck" ->
          dockerfile.instructions(Healthcheck.class).stream().anyMatch(one -> !one.isNone());
      default -> throw new IllegalArgumentException("unknown feature '" + feature + "'");
    };
  }

  private static boolean copiesWith(Dockerfile dockerfile, String flag) {
    return dockerfile.instructions(Copy.class).stream()
        .anyMatch(copy -> copy.source().flag(flag).isPresent());
  }
}
