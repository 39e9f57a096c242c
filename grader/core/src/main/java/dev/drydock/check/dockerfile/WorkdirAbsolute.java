package dev.drydock.check.dockerfile;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.ShellText;
import dev.drydock.check.Shown;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.instruction.Run;
import dev.drydock.dockerfile.instruction.Workdir;
import dev.drydock.dockerfile.stage.Resolved;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** D10: WORKDIR is absolute, and no RUN only changes directory. */
public final class WorkdirAbsolute extends CatalogueCheck {

  public static final String ID = "D10";

  public static final String RELATIVE = "relative";
  public static final String CD = "cd";

  public WorkdirAbsolute() {
    super(ID, "workdir.absolute", Need.PARSED);
  }

  @Override
  public Outcome judge(CheckInput input) {
    return relative(input.dockerfile())
        .or(() -> onlyCd(input.dockerfile()))
        .orElseGet(Outcome::passed);
  }

  private static Optional<Outcome> relative(Dockerfile dockerfile) {
    return dockerfile.instructions(Workdir.class).stream()
        .filter(workdir -> isRelative(dockerfile.resolve(workdir, workdir.path())))
        .findFirst()
        .map(
            workdir ->
                Outcome.failed(
                    Measurement.of("WORKDIR " + workdir.path(), "an absolute path"),
                    RELATIVE,
                    Map.of("path", workdir.path()),
                    workdir.startLine()));
  }

  /** A path with a variable from the base's environment is unknown, and is let through. */
  private static boolean isRelative(Resolved path) {
    return path.isComplete() && !path.text().matches("(?s)([/\\\\]|[A-Za-z]:[/\\\\]).*");
  }

  private static Optional<Outcome> onlyCd(Dockerfile dockerfile) {
    return dockerfile.instructions(Run.class).stream()
        .filter(run -> run.command().isShell() && isOnlyCd(run.script()))
        .findFirst()
        .map(
            run ->
                Outcome.failed(
                    Measurement.of("a RUN that only changes directory", "none"),
                    CD,
                    Map.of("command", Shown.brief(run.script(), 60)),
                    run.startLine()));
  }

  private static boolean isOnlyCd(String script) {
    List<String> commands = ShellText.commands(script);
    return !commands.isEmpty()
        && commands.stream().allMatch(one -> one.equals("cd") || one.startsWith("cd "));
  }
}
