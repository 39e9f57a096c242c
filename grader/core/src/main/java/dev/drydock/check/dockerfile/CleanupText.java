package dev.drydock.check.dockerfile;

import dev.drydock.check.InstallCommand;
import dev.drydock.check.Measurement;
import dev.drydock.check.Outcome;
import dev.drydock.check.ShellText;
import dev.drydock.check.Shown;
import dev.drydock.dockerfile.instruction.Mount;
import dev.drydock.dockerfile.instruction.Run;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the text of RUN instructions says about cleaning up. */
final class CleanupText {

  private CleanupText() {}

  /** One RUN installs, a later one cleans up after it. */
  static Optional<Outcome> later(List<Run> runs) {
    for (int i = 0; i < runs.size(); i++) {
      Optional<InstallCommand> left = leaves(runs.get(i));
      if (left.isPresent()) {
        for (Run later : runs.subList(i + 1, runs.size())) {
          if (left.get().isCleanedUpIn(later.script()) && leaves(later).isEmpty()) {
            String added = String.valueOf(runs.get(i).startLine());
            return Optional.of(
                Outcome.failed(
                    Measurement.of("cleaned up in a later RUN", "in the same RUN"),
                    CleanupSameLayer.LATER,
                    Map.of("added", added),
                    later.startLine()));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** A RUN that does nothing but remove. */
  static Optional<Outcome> onlyRemoves(List<Run> runs) {
    return runs.stream()
        .filter(run -> isRemoval(ShellText.commands(run.script())))
        .findFirst()
        .map(
            run ->
                Outcome.failed(
                    Measurement.of("a RUN that only removes", "none"),
                    CleanupSameLayer.ONLY_REMOVES,
                    Map.of("command", Shown.brief(run.script(), 80)),
                    run.startLine()));
  }

  /** A RUN installs, and nothing cleans up. */
  static Optional<Outcome> kept(List<Run> runs) {
    return runs.stream()
        .filter(run -> leaves(run).isPresent())
        .findFirst()
        .map(
            run ->
                Outcome.failed(
                    Measurement.of("not cleaned up", "in the same RUN"),
                    CleanupSameLayer.KEPT,
                    Map.of("tool", tool(leaves(run).orElseThrow())),
                    run.startLine()));
  }

  private static Optional<InstallCommand> leaves(Run run) {
    if (run.mounts().stream().anyMatch(Mount::isCache)) {
      return Optional.empty();
    }
    return ShellText.commands(run.script()).stream()
        .flatMap(command -> InstallCommand.of(command).stream())
        .filter(installer -> !installer.isCleanedUpIn(run.script()))
        .findFirst();
  }

  private static boolean isRemoval(List<String> commands) {
    return !commands.isEmpty()
        && commands.stream().allMatch(command -> command.matches("(sudo )?(rm|rmdir|unlink) .*"));
  }

  private static String tool(InstallCommand installer) {
    return installer.name().toLowerCase(Locale.ROOT);
  }
}
