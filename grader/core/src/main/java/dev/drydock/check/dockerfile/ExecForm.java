package dev.drydock.check.dockerfile;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Shown;
import dev.drydock.check.StartCommand;
import dev.drydock.dockerfile.Cmd;
import dev.drydock.dockerfile.CommandLine;
import dev.drydock.dockerfile.Entrypoint;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.JsonDefect;
import dev.drydock.dockerfile.Origin;
import dev.drydock.evidence.ImageConfig;
import dev.drydock.evidence.ImageEvidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * D07: what the final image starts is in exec form. The Dockerfile's own ENTRYPOINT and CMD are
 * judged by their text, which says where and why; what is inherited is judged by the image.
 */
public final class ExecForm extends CatalogueCheck {

  private static final List<String> SHELL_FORM = List.of("/bin/sh", "-c");

  public ExecForm() {
    super("D07", "cmd.exec-form", Need.PARSED);
  }

  @Override
  public Outcome judge(CheckInput input) {
    StartCommand start = input.finalStage().startCommand();
    Entrypoint entrypoint = start.entrypoint();
    Cmd cmd = start.cmd();
    if (entrypoint != null && entrypoint.command().isShell()) {
      return shellForm(entrypoint, entrypoint.command());
    }
    if (cmd != null && cmd.command().isShell()) {
      return hasExecEntrypoint(input, start) ? mixed(cmd) : shellForm(cmd, cmd.command());
    }
    return inherited(input, start);
  }

  private static Outcome shellForm(Instruction instruction, CommandLine command) {
    JsonDefect defect = command.defect();
    String suggestion =
        Optional.ofNullable(defect)
            .flatMap(one -> Optional.ofNullable(one.suggestion()))
            .orElseGet(() -> ExecSuggestion.of(command.text()));
    Measurement measurement = Measurement.of("shell form", "exec form");
    if (defect != null) {
      return Outcome.failed(
          measurement,
          "not-json",
          Map.of(
              "instruction", instruction.keyword(),
              "column", String.valueOf(defect.position().column()),
              "defect", defect.kind().description(),
              "suggestion", suggestion),
          defect.position().line());
    }
    return Outcome.failed(
        measurement,
        "shell",
        Map.of(
            "instruction",
            instruction.keyword(),
            "text",
            Shown.brief(command.text(), 80),
            "starts",
            "`/bin/sh -c " + Shown.brief(command.text(), 80) + "`",
            "suggestion",
            suggestion),
        instruction.startLine());
  }

  private static Outcome mixed(Cmd cmd) {
    return Outcome.failed(
        Measurement.of("exec form with a CMD in shell form", "exec form"),
        "mixed",
        Map.of("suggestion", ExecSuggestion.of(cmd.command().text())),
        cmd.startLine());
  }

  private static boolean hasExecEntrypoint(CheckInput input, StartCommand start) {
    ImageEvidence image = input.evidence().built();
    return start.entrypoint() != null || image != null && !image.config().entrypoint().isEmpty();
  }

  /** All that the Dockerfile says itself is in exec form, or it says nothing. */
  private static Outcome inherited(CheckInput input, StartCommand start) {
    ImageEvidence image = input.evidence().built();
    if (image != null) {
      return configured(image.config(), start);
    }
    if (!start.isInherited()) {
      return Outcome.passed(Measurement.of("exec form", "exec form"));
    }
    boolean onNothing =
        input.finalStage().chain().stream()
            .findFirst()
            .filter(stage -> stage.parent() instanceof Origin.Scratch)
            .isPresent();
    return onNothing ? none() : new Outcome.Blocked(Need.IMAGE);
  }

  private static Outcome configured(ImageConfig config, StartCommand start) {
    if (config.commandLine().isEmpty()) {
      return none();
    }
    String starts = "`" + Shown.brief(String.join(" ", config.commandLine()), 100) + "`";
    boolean shell =
        start.entrypoint() == null && isShellForm(config.entrypoint())
            || start.cmd() == null && isShellForm(config.cmd());
    if (shell) {
      return Outcome.failed(
          Measurement.of("shell form", "exec form"), "inherited", Map.of("starts", starts), null);
    }
    return start.isInherited()
        ? Outcome.passed(
            Measurement.of("exec form", "exec form"), "inherited", Map.of("starts", starts))
        : Outcome.passed(Measurement.of("exec form", "exec form"));
  }

  private static Outcome none() {
    return Outcome.failed(Measurement.of("no command", "exec form"), "none", Map.of(), null);
  }

  private static boolean isShellForm(List<String> words) {
    return words.size() == 3 && words.subList(0, 2).equals(SHELL_FORM);
  }
}
