package dev.drydock.check.dockerfile;

import dev.drydock.check.Measurement;
import dev.drydock.check.Outcome;
import dev.drydock.check.Shown;
import dev.drydock.check.StartCommand;
import dev.drydock.image.anatomy.ImageConfig;
import java.util.List;
import java.util.Map;

/** D07 for what the Dockerfile does not declare: judged by the image's configuration. */
final class InheritedCommand {

  private static final List<String> SHELL_FORM = List.of("/bin/sh", "-c");

  private InheritedCommand() {}

  static Outcome judge(ImageConfig config, StartCommand start) {
    if (config.commandLine().isEmpty()) {
      return none();
    }
    String starts = "`" + Shown.brief(String.join(" ", config.commandLine()), 100) + "`";
    boolean shell =
        start.entrypoint() == null && isShellForm(config.entrypoint())
            || start.cmd() == null && isShellForm(config.cmd());
    if (shell) {
      return Outcome.failed(
          Measurement.of("shell form", "exec form"),
          ExecForm.INHERITED,
          Map.of("starts", starts),
          null);
    }
    return start.isInherited()
        ? Outcome.passed(
            Measurement.of("exec form", "exec form"),
            ExecForm.NOTE_INHERITED,
            Map.of("starts", starts))
        : Outcome.passed(Measurement.of("exec form", "exec form"));
  }

  static Outcome none() {
    return Outcome.failed(Measurement.of("no command", "exec form"), ExecForm.NONE, Map.of(), null);
  }

  private static boolean isShellForm(List<String> words) {
    return words.size() == 3 && words.subList(0, 2).equals(SHELL_FORM);
  }
}
