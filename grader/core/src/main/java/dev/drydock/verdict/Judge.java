package dev.drydock.verdict;

import dev.drydock.check.Check;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.evidence.RunEvidence;
import dev.drydock.evidence.Evidence;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import java.util.List;
import java.util.Optional;

/**
 * From evidence to outcomes. What a check needs is looked at here, once for all of them: where it
 * is missing because of the student the check is blocked, where it is missing because of us it
 * errs.
 */
public final class Judge {

  private Judge() {}

  /** The outcome of some checks. */
  public static List<Judged> judge(Evidence evidence, ImageSpec image, List<Check> checks) {
    return judge(CheckInput.of(evidence, image), checks);
  }

  static List<Judged> judge(CheckInput input, List<Check> checks) {
    return checks.stream().map(check -> judge(check, input)).toList();
  }

  private static Judged judge(Check check, CheckInput shared) {
    CheckRule rule = shared.spec().rule(check.id()).orElseGet(() -> CheckRule.advice(check.id()));
    return new Judged(check, rule, outcome(check, shared.with(rule)));
  }

  private static Outcome outcome(Check check, CheckInput input) {
    try {
      var exempt = check.exempt(input.spec(), input.rule());
      if (exempt.isPresent()) {
        return Outcome.notApplicable(exempt.get());
      }
      return unmet(check.need(), input.evidence()).orElseGet(() -> judged(check, input));
    } catch (RuntimeException e) {
      // a fault of the check is ours: it must neither cost points nor take the other checks along
      String message = e.getMessage();
      return new Outcome.Errored(message == null ? e.getClass().getSimpleName() : message);
    }
  }

  private static Outcome judged(Check check, CheckInput input) {
    if (check.need() == Need.PARSED && !input.isWhole()) {
      return new Outcome.Blocked(Need.WHOLE_TEXT);
    }
    Outcome outcome = check.judge(input);
    boolean doubtful = check.need() == Need.PARSED && !input.parses();
    return doubtful && outcome instanceof Outcome.Failed
        ? new Outcome.Blocked(Need.PARSED)
        : outcome;
  }

  private static Optional<Outcome> unmet(Need need, Evidence evidence) {
    return switch (need) {
      case NOTHING, PARSED, WHOLE_TEXT, WHOLE_IGNORE_FILE -> Optional.empty();
      case IMAGE, ANY_IMAGE, PLANTED_ARGUMENTS, PLANTED_FILES -> image(evidence);
      case RUN -> run(evidence);
      case STARTED -> started(evidence);
      case RUNNING -> running(evidence);
      case ANSWERED, RIGHT_ANSWERS -> answered(evidence);
      case HARDENED_RUN ->
          answered(evidence)
              .or(() -> ours(evidence.hardenedRun() == null, "the second run was not made"));
      case REBUILD ->
          image(evidence)
              .or(() -> ours(evidence.rebuild() == null, "the image was not built again"));
      case STARTER ->
          image(evidence).or(() -> ours(evidence.starter() == null, "the starter was not built"));
    };
  }

  private static Optional<Outcome> image(Evidence evidence) {
    BuildEvidence build = evidence.build();
    if (build == null || build.status() != BuildEvidence.Status.BUILT) {
      return Optional.of(new Outcome.Blocked(Need.IMAGE));
    }
    return ours(evidence.anatomy() == null, "the image was not read");
  }

  private static Optional<Outcome> run(Evidence evidence) {
    return image(evidence).or(() -> ours(evidence.run() == null, "the container was not run"));
  }

  private static Optional<Outcome> started(Evidence evidence) {
    return run(evidence).or(() -> blocked(Need.STARTED, theRun(evidence).startError() != null));
  }

  private static Optional<Outcome> running(Evidence evidence) {
    return started(evidence)
        .or(
            () -> {
              RunEvidence run = theRun(evidence);
              if (!run.processes().isEmpty()) {
                return Optional.empty();
              }
              boolean wasThere = run.answered() && run.earlyExitCode() == null;
              return wasThere
                  ? ours(true, "its processes could not be listed")
                  : blocked(Need.RUNNING, true);
            });
  }

  private static Optional<Outcome> answered(Evidence evidence) {
    return started(evidence).or(() -> blocked(Need.ANSWERED, !hasAnswered(theRun(evidence))));
  }

  /** A command answers by ending. */
  private static boolean hasAnswered(RunEvidence run) {
    return run.answered() || run.command() != null;
  }

  private static RunEvidence theRun(Evidence evidence) {
    RunEvidence run = evidence.run();
    if (run == null) {
      throw new IllegalStateException("no run");
    }
    return run;
  }

  private static Optional<Outcome> blocked(Need need, boolean missing) {
    return missing ? Optional.of(new Outcome.Blocked(need)) : Optional.empty();
  }

  private static Optional<Outcome> ours(boolean missing, String reason) {
    return missing ? Optional.of(new Outcome.Errored(reason)) : Optional.empty();
  }
}
