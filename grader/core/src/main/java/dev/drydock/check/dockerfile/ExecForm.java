package dev.drydock.check.dockerfile;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.ExecSuggestion;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Shown;
import dev.drydock.check.StartCommand;
import dev.drydock.dockerfile.instruction.Cmd;
import dev.drydock.dockerfile.instruction.CommandLine;
import dev.drydock.dockerfile.instruction.Entrypoint;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.source.JsonDefect;
import dev.drydock.dockerfile.stage.Origin;
import dev.drydock.image.anatomy.ImageAnatomy;
import java.util.Map;

/**
 * D07: the final image's start command is in exec form. The Dockerfile's own ENTRYPOINT and CMD are
 * judged by their text, which says where and why; inherited ones are judged by the image.
 */
public final class ExecForm extends CatalogueCheck {

  public static final String ID = "D07";

  public static final String SHELL = "shell";
  public static final String SHELL_NEEDED = "shell-needed";
  public static final String NOT_JSON = "not-json";
  public static final String MIXED = "mixed";
  public static final String INHERITED = "inherited";
  public static final String NONE = "none";
  public static final String NOTE_INHERITED = "inherited";

  public ExecForm() {
    super(ID, "cmd.exec-form", Need.PARSED);
  }

  @Override
  public Outcome judge(CheckInput input) {
    StartCommand start = input.finalStage().startCommand();
    Entrypoint entrypoint = start.entrypoint();
    Cmd cmd = start.cmd();
    if (entrypoint != null && entrypoint.command().isShell()) {
      return shellForm(entrypoint, entrypoint.command(), "");
    }
    if (cmd != null && cmd.command().isShell()) {
      return entrypoint != null ? mixed(cmd) : shellForm(cmd, cmd.command(), inFront(input));
    }
    return inherited(input, start);
  }

  /**
   * @param inFront an entry point of the base, which gets the shell as its argument
   */
  private static Outcome shellForm(Instruction instruction, CommandLine command, String inFront) {
    JsonDefect defect = command.defect();
    String suggestion =
        defect == null
            ? ExecSuggestion.of(command.text())
            : ExecSuggestion.of(command.text(), defect);
    Measurement measurement = Measurement.of("shell form", "exec form");
    if (defect != null) {
      return Outcome.failed(
          measurement,
          NOT_JSON,
          Map.of(
              "instruction", instruction.keyword(),
              "column", String.valueOf(defect.position().column()),
              "defect", defect.kind().description(),
              "suggestion", suggestion),
          defect.position().line());
    }
    return Outcome.failed(
        measurement,
        ExecSuggestion.needsShell(command.text()) ? SHELL_NEEDED : SHELL,
        Map.of(
            "instruction",
            instruction.keyword(),
            "text",
            Shown.brief(command.text(), 80),
            "starts",
            "`" + inFront + "/bin/sh -c " + Shown.brief(command.text(), 80) + "`",
            "suggestion",
            suggestion),
        instruction.startLine());
  }

  private static Outcome mixed(Cmd cmd) {
    return Outcome.failed(
        Measurement.of("exec form with a CMD in shell form", "exec form"),
        MIXED,
        Map.of("suggestion", ExecSuggestion.of(cmd.command().text())),
        cmd.startLine());
  }

  /** Many official images start with a script that runs whatever command it is given. */
  private static String inFront(CheckInput input) {
    ImageAnatomy image = input.evidence().anatomy();
    return image == null || image.config().entrypoint().isEmpty()
        ? ""
        : Shown.brief(String.join(" ", image.config().entrypoint()), 80) + " ";
  }

  /** Whatever the Dockerfile itself declares is in exec form, or it declares nothing. */
  private static Outcome inherited(CheckInput input, StartCommand start) {
    ImageAnatomy image = input.evidence().anatomy();
    if (image != null) {
      return InheritedCommand.judge(image.config(), start);
    }
    if (!start.isInherited()) {
      return Outcome.passed(Measurement.of("exec form", "exec form"));
    }
    boolean onNothing =
        input.finalStage().chain().stream()
            .findFirst()
            .filter(stage -> stage.parent() instanceof Origin.Scratch)
            .isPresent();
    return onNothing ? InheritedCommand.none() : new Outcome.Blocked(Need.IMAGE);
  }
}
