package dev.drydock.check.run;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Reason;
import dev.drydock.check.Shown;
import dev.drydock.engine.evidence.RunEvidence;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * R06: it does the same in a second run with a read-only root, no capabilities, no new privileges
 * and a tmpfs on /tmp. Run only if the exercise grades it.
 */
public final class ReadonlyRun extends CatalogueCheck {

  public static final String ID = "R06";

  public static final String NOT_STARTED = "not-started";
  public static final String WRITES = "writes";
  public static final String NO_ANSWER = "no-answer";
  public static final String OTHER_ANSWER = "other-answer";

  private static final Predicate<String> ABOUT_WRITING =
      Pattern.compile(
              "read-only|EROFS|permission denied|EACCES|EPERM|not permitted",
              Pattern.CASE_INSENSITIVE)
          .asPredicate();

  public ReadonlyRun() {
    super(ID, "readonly.run", Need.HARDENED_RUN);
  }

  @Override
  public Optional<Reason> exempt(ImageSpec image, CheckRule rule) {
    return rule.graded() ? Optional.empty() : Optional.of(Reason.NOT_ASKED);
  }

  @Override
  public Outcome judge(CheckInput input) {
    RunEvidence usual = Objects.requireNonNull(input.evidence().run());
    if (new Contract(input.spec(), usual).judge() instanceof Outcome.Failed) {
      return new Outcome.Blocked(Need.RIGHT_ANSWERS);
    }
    RunEvidence run = Objects.requireNonNull(input.evidence().hardenedRun());
    String error = run.startError();
    if (error != null) {
      return failed(NOT_STARTED, Shown.quoted(StartError.words(error), 240));
    }
    boolean service = input.spec().isService();
    if (service && !run.answered()) {
      boolean writes = run.logTail().stream().anyMatch(ABOUT_WRITING);
      return writes
          ? failed(WRITES, LogTail.lastOf(run, ABOUT_WRITING))
          : failed(NO_ANSWER, LogTail.of(run));
    }
    return new Contract(input.spec(), run).judge() instanceof Outcome.Failed
        ? failed(OTHER_ANSWER, LogTail.of(run))
        : Outcome.passed(Measurement.of("does the same", "the same as in the first run"));
  }

  private static Outcome failed(String finding, String log) {
    return Outcome.failed(
        Measurement.of("does not do the same", "the same as in the first run"),
        finding,
        Map.of("log", log),
        null);
  }
}
