package dev.drydock.check.dockerfile;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Shown;
import dev.drydock.dockerfile.source.Problem;
import dev.drydock.engine.evidence.BuildEvidence;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * D01: the builder can read the Dockerfile. What the grader accepts but the builder refuses to
 * parse is a failure too, in the builder's own words.
 */
public final class DockerfileParses extends CatalogueCheck {

  public static final String ID = "D01";

  public static final String ERROR = "error";
  public static final String BUILDER = "builder";
  public static final String NOTE_WARNINGS = "warnings";

  private static final Pattern REFUSED =
      Pattern.compile(
          "dockerfile parse error|failed to parse|unknown instruction|no build stage in current",
          Pattern.CASE_INSENSITIVE);

  /** Then the text in the message is the student's command, and may say anything. */
  private static final String STEP_FAILED = "did not complete successfully";

  public DockerfileParses() {
    super(ID, "dockerfile.parses", Need.NOTHING);
  }

  @Override
  public Outcome judge(CheckInput input) {
    Optional<Problem> error =
        input.dockerfile().problems().stream().filter(Problem::isError).findFirst();
    if (error.isPresent()) {
      String advice = error.get().hint();
      return Outcome.failed(
          Measurement.of("an error in line " + error.get().line(), "none"),
          ERROR,
          Map.of(
              "problem",
              error.get().message(),
              "advice",
              advice.isEmpty() ? "Correct that line and build again." : advice),
          error.get().line());
    }
    return refused(input.evidence().build()).orElseGet(() -> remark(input));
  }

  private static Optional<Outcome> refused(@Nullable BuildEvidence build) {
    if (build == null
        || build.status() != BuildEvidence.Status.FAILED
        || build.message().contains(STEP_FAILED)
        || !REFUSED.matcher(build.message()).find()) {
      return Optional.empty();
    }
    return Optional.of(
        Outcome.failed(
            Measurement.of("refused by the builder", "none"),
            BUILDER,
            Map.of("problem", Shown.brief(build.message(), 280)),
            build.failedLine()));
  }

  private static Outcome remark(CheckInput input) {
    return input.dockerfile().problems().stream()
        .findFirst()
        .map(
            warning ->
                Outcome.passed(
                    Measurement.NONE,
                    NOTE_WARNINGS,
                    Map.of("line", String.valueOf(warning.line()), "problem", warning.message())))
        .orElseGet(Outcome::passed);
  }
}
