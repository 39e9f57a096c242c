package dev.drydock.dockerfile;

import dev.drydock.dockerfile.instruction.Arg;
import dev.drydock.dockerfile.instruction.Cmd;
import dev.drydock.dockerfile.instruction.CommandLine;
import dev.drydock.dockerfile.instruction.Entrypoint;
import dev.drydock.dockerfile.instruction.Env;
import dev.drydock.dockerfile.instruction.FileTransfer;
import dev.drydock.dockerfile.instruction.From;
import dev.drydock.dockerfile.instruction.Healthcheck;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.instruction.Run;
import dev.drydock.dockerfile.source.JsonDefect;
import dev.drydock.dockerfile.source.Problem;
import dev.drydock.dockerfile.source.Source;
import dev.drydock.dockerfile.stage.Stage;
import dev.drydock.dockerfile.stage.UndefinedVariable;
import java.util.ArrayList;
import java.util.List;

/** A Dockerfile's model as text, for golden files. */
final class ModelDump {

  private final Dockerfile dockerfile;
  private final List<String> lines = new ArrayList<>();

  private ModelDump(Dockerfile dockerfile) {
    this.dockerfile = dockerfile;
  }

  static String of(Dockerfile dockerfile) {
    ModelDump dump = new ModelDump(dockerfile);
    dump.write();
    return String.join("\n", dump.lines) + "\n";
  }

  private void write() {
    dockerfile
        .directives()
        .forEach(d -> lines.add(d.line() + " # " + d.name() + " = " + d.value()));
    for (Instruction instruction : dockerfile.instructions()) {
      if (instruction instanceof From) {
        stage(dockerfile.stageOf(instruction).orElseThrow());
      }
      instruction(instruction);
    }
    for (Problem problem : dockerfile.problems()) {
      lines.add(
          "%s line %d %s: %s. %s"
              .formatted(
                  problem.severity().name().toLowerCase(),
                  problem.line(),
                  problem.code().id(),
                  problem.message(),
                  problem.hint()));
    }
    for (UndefinedVariable variable : dockerfile.undefinedVariables()) {
      lines.add(
          "undefined line %d %s: %s%s%s"
              .formatted(
                  variable.line(),
                  variable.name(),
                  variable.reason().name().toLowerCase(),
                  variable.relatedLine() > 0 ? " line " + variable.relatedLine() : "",
                  variable.suggestion() == null ? "" : " " + variable.suggestion()));
    }
    dockerfile.features().forEach(f -> lines.add("feature line " + f.line() + " " + f.feature()));
  }

  private void stage(Stage stage) {
    lines.add(
        "stage "
            + stage.index()
            + " "
            + stage.name().orElse("-")
            + " on "
            + stage.parent()
            + (dockerfile.isNeeded(stage) ? "" : " (unused)"));
    stage.uses().forEach(use -> lines.add("  takes from " + use.written() + " = " + use.origin()));
  }

  private void instruction(Instruction instruction) {
    Source source = instruction.source();
    lines.add(
        "%d-%d %s %s%s"
            .formatted(
                source.startLine(),
                source.endLine(),
                instruction.getClass().getSimpleName(),
                source.flags().isEmpty() ? "" : source.flags() + " ",
                detail(instruction)));
    source.heredocs().forEach(h -> lines.add("  <<" + h.name() + " " + h.expand() + h.lines()));
  }

  private static String detail(Instruction instruction) {
    if (instruction instanceof Run run) {
      return command(run.command());
    } else if (instruction instanceof Cmd cmd) {
      return command(cmd.command());
    } else if (instruction instanceof Entrypoint entrypoint) {
      return command(entrypoint.command());
    } else if (instruction instanceof FileTransfer transfer) {
      return transfer.sources() + " to " + transfer.destination();
    } else if (instruction instanceof Env env) {
      return env.assignments().toString();
    } else if (instruction instanceof Arg arg) {
      return arg.assignments().toString();
    } else if (instruction instanceof Healthcheck check) {
      return check.type() + " " + command(check.command());
    }
    return instruction.source().arguments();
  }

  private static String command(CommandLine command) {
    JsonDefect defect = command.defect();
    return command.form()
        + " "
        + (command.isExec() ? command.words().toString() : command.text())
        + (defect == null
            ? ""
            : " ("
                + defect.kind()
                + " at "
                + defect.position().line()
                + ":"
                + defect.position().column()
                + ", meant "
                + defect.suggestion()
                + ")");
  }
}
