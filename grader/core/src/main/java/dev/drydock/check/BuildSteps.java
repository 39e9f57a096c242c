package dev.drydock.check;

import dev.drydock.engine.evidence.BuildEvidence.BuildStep;
import dev.drydock.evidence.RebuildEvidence.Rebuild;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a rebuild whose instructions do work, in the Dockerfile's order: of two stages built
 * at once, which comes first is chance, and the first one's line is shown.
 */
public final class BuildSteps {

  private final List<BuildStep> working;

  public BuildSteps(Rebuild rebuild, CheckInput input) {
    List<BuildStep> steps = rebuild.steps().stream().filter(step -> works(step.name())).toList();
    Map<BuildStep, @Nullable Integer> lines = new HashMap<>();
    steps.forEach(step -> lines.put(step, input.lineOf(step.name())));
    Comparator<@Nullable Integer> lastIfUnknown =
        Comparator.nullsLast(Comparator.<Integer>naturalOrder());
    working = steps.stream().sorted(Comparator.comparing(lines::get, lastIfUnknown)).toList();
  }

  private BuildSteps(List<BuildStep> working) {
    this.working = working;
  }

  /** Those whose command is of a kind. */
  public BuildSteps whose(Predicate<String> command) {
    return new BuildSteps(
        working.stream()
            .filter(step -> step.name().startsWith("RUN "))
            .filter(step -> command.test(command(step.name())))
            .toList());
  }

  public boolean isEmpty() {
    return working.isEmpty();
  }

  public List<BuildStep> all() {
    return working;
  }

  /** Those that were not taken from the cache. */
  public List<BuildStep> ranAgain() {
    return working.stream().filter(step -> !step.cached()).toList();
  }

  /** For a sentence. */
  public static String shown(List<BuildStep> steps) {
    return Shown.list(
        steps.stream().map(step -> "`" + Shown.brief(step.name(), 70) + "`").toList(), 3);
  }

  /** Without {@code RUN} and its flags. */
  private static String command(String name) {
    return Shown.brief(name, 2_000).replaceFirst("^RUN\\s+(?:--\\S+\\s+)*", "");
  }

  private static boolean works(String name) {
    return name.matches("(?s)(RUN|COPY|ADD|WORKDIR)\\s.*");
  }
}
