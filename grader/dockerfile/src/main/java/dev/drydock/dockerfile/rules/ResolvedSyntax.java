package dev.drydock.dockerfile.rules;

import dev.drydock.dockerfile.instruction.Add;
import dev.drydock.dockerfile.instruction.Copy;
import dev.drydock.dockerfile.instruction.Expose;
import dev.drydock.dockerfile.instruction.FileTransfer;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.instruction.Mount;
import dev.drydock.dockerfile.instruction.Ports;
import dev.drydock.dockerfile.instruction.Run;
import dev.drydock.dockerfile.instruction.StopSignal;
import dev.drydock.dockerfile.instruction.User;
import dev.drydock.dockerfile.instruction.Volume;
import dev.drydock.dockerfile.instruction.Workdir;
import dev.drydock.dockerfile.lines.Problems;
import dev.drydock.dockerfile.source.ProblemCode;
import dev.drydock.dockerfile.stage.Resolved;
import dev.drydock.dockerfile.variables.Scope;
import dev.drydock.dockerfile.variables.Substituter;
import dev.drydock.dockerfile.words.Quote;
import java.util.List;
import java.util.Optional;

/** What the builder checks in an instruction once its variables are substituted. */
public final class ResolvedSyntax {

  private static final String COMMENT_HINT =
      "A comment needs a line of its own: move the # and what follows.";

  private final Substituter substituter;
  private final Problems problems;
  private final StageProblems stageProblems;

  public ResolvedSyntax(Substituter substituter, Problems problems, StageProblems stageProblems) {
    this.substituter = substituter;
    this.problems = problems;
    this.stageProblems = stageProblems;
  }

  /** Check an instruction of a stage. */
  public void check(Instruction instruction, Scope scope, int stage) {
    Reporter reporter =
        (code, message, hint) ->
            stageProblems.add(stage, instruction.startLine(), code, message, hint);
    if (instruction instanceof Expose expose) {
      expose(expose, scope, reporter);
    } else if (instruction instanceof StopSignal signal) {
      signal(signal, scope, reporter);
    } else if (instruction instanceof Volume volume) {
      volume(volume, scope, reporter);
    } else if (instruction instanceof Workdir workdir) {
      inlineComment(workdir, workdir.path());
    } else if (instruction instanceof User user) {
      inlineComment(user, user.user());
    } else if (instruction instanceof Run run) {
      mounts(run, scope, reporter);
    } else if (instruction instanceof FileTransfer transfer) {
      sources(transfer, scope, reporter);
    }
  }

  /** Adds a problem to the stage at hand. */
  private interface Reporter {
    void report(ProblemCode code, String message, String hint);
  }

  private void expose(Expose expose, Scope scope, Reporter reporter) {
    List<Resolved> ports =
        expose.ports().stream().map(written -> substituter.resolve(written, scope)).toList();
    if (ports.stream().anyMatch(port -> port.defect() != null)) {
      return;
    }
    for (Resolved resolved : ports) {
      for (String word : resolved.words()) {
        if (Ports.parse(word).isEmpty()) {
          boolean comment = word.startsWith("#");
          reporter.report(
              ProblemCode.BAD_PORT,
              Quote.of(word) + " is no port",
              comment ? COMMENT_HINT : "A port is a number up to 65535, with /tcp or /udp.");
          if (comment) {
            return;
          }
        }
      }
    }
  }

  private void signal(StopSignal signal, Scope scope, Reporter reporter) {
    Resolved resolved = substituter.resolve(signal.signal(), scope);
    if (!signal.signal().isEmpty()
        && resolved.defect() == null
        && !Signals.isKnown(resolved.text())) {
      reporter.report(
          ProblemCode.BAD_SIGNAL,
          Quote.of(resolved.text()) + " is no signal",
          "Write a name such as SIGINT.");
    }
  }

  private void volume(Volume volume, Scope scope, Reporter reporter) {
    for (String path : volume.paths()) {
      Resolved resolved = substituter.resolve(path, scope);
      if (resolved.text().isEmpty() && !path.isEmpty()) {
        reporter.report(
            ProblemCode.BAD_VOLUME,
            "the path " + Quote.of(path) + " of a VOLUME is empty here",
            "Set the variable, or write the path.");
      }
    }
  }

  private void inlineComment(Instruction instruction, String text) {
    if (text.contains(" #")) {
      problems.add(
          instruction.startLine(),
          ProblemCode.INLINE_COMMENT,
          "the # in this " + instruction.keyword() + " starts no comment, it is part of the value",
          COMMENT_HINT);
    }
  }

  private void mounts(Run run, Scope scope, Reporter reporter) {
    for (Mount mount : run.mounts()) {
      List<Mount.Option> resolved =
          mount.options().stream()
              .map(
                  option ->
                      option.value() == null
                          ? option
                          : new Mount.Option(
                              option.key(), substituter.resolve(option.value(), scope).text()))
              .toList();
      Optional<String> defect = MountRules.defect(new Mount(resolved));
      if (defect.isPresent()) {
        reporter.report(
            ProblemCode.BAD_MOUNT,
            defect.get(),
            "A cache mount is --mount=type=cache,target=/path.");
        return;
      }
    }
  }

  private void sources(FileTransfer transfer, Scope scope, Reporter reporter) {
    boolean fromContext = !(transfer instanceof Copy copy) || copy.from().isEmpty();
    for (String written : transfer.sources()) {
      String source = substituter.resolve(written, scope).text();
      if (transfer instanceof Copy && Add.isUrl(source)) {
        reporter.report(
            ProblemCode.BAD_COPY_SOURCE,
            "COPY cannot fetch " + Quote.of(source),
            "ADD fetches URLs and git repositories.");
      } else if (fromContext && climbsOut(source)) {
        problems.add(
            transfer.source().startLine(),
            ProblemCode.OUTSIDE_CONTEXT,
            Quote.of(source) + " lies outside the build context",
            "Only files below the context can be copied: build with the parent folder as context,"
                + " or move the file.");
      }
    }
    Optional<String> chmod = transfer.source().flagValue("chmod");
    chmod
        .map(value -> substituter.resolve(value, scope).text())
        .filter(value -> value.matches("[0-9]+") && !value.matches("0*[0-7]{1,4}"))
        .ifPresent(
            value ->
                reporter.report(
                    ProblemCode.FLAG_VALUE,
                    "--chmod=" + Quote.of(value) + " is no octal mode",
                    "Write a mode such as --chmod=755."));
  }

  /** Whether a path leaves the folder it starts in. */
  static boolean climbsOut(String path) {
    int depth = 0;
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        depth--;
      } else if (!part.isEmpty() && !part.equals(".")) {
        depth++;
      }
      if (depth < 0) {
        return true;
      }
    }
    return false;
  }
}
