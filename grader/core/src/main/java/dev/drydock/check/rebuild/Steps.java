package dev.drydock.check.rebuild;

import dev.drydock.check.Shown;
import dev.drydock.evidence.BuildEvidence.BuildStep;
import dev.drydock.evidence.RebuildEvidence.Rebuild;
import java.util.List;
import java.util.function.Predicate;

/** The steps of a rebuild that come from instructions which do work. */
final class Steps {

  private final List<BuildStep> working;

  Steps(Rebuild rebuild) {
    working = rebuild.steps().stream().filter(step -> works(step.name())).toList();
  }

  private Steps(List<BuildStep> working) {
    this.working = working;
  }

  /** Those whose command is of a kind. */
  Steps whose(Predicate<String> command) {
    return new Steps(
        working.stream()
            .filter(step -> step.name().startsWith("RUN "))
            .filter(step -> command.test(command(step.name())))
            .toList());
  }

  boolean isEmpty() {
    return working.isEmpty();
  }

  List<BuildStep> all() {
    return working;
  }

  /** Those that were not taken from the cache. */
  List<BuildStep> ranAgain() {
    return working.stream().filter(step -> !step.cached()).toList();
  }

  static String shown(List<BuildStep> steps) {
    return Shown.list(
        steps.stream().map(step -> "`" + Shown.brief(step.name(), 70) + "`").toList(), 3);
  }

  /** Without {@code RUN} and its flags. */
  static String command(String name) {
    return name.replaceFirst("^RUN\\s+(?:--\\S+\\s+)*", "");
  }

  private static boolean works(String name) {
    return name.matches("(?s)(RUN|COPY|ADD|WORKDIR)\\s.*");
  }
}
