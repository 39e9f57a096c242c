package dev.drydock.dockerfile.reader;

import dev.drydock.dockerfile.instruction.Arg;
import dev.drydock.dockerfile.instruction.Cmd;
import dev.drydock.dockerfile.instruction.CommandLine;
import dev.drydock.dockerfile.instruction.CommandLine.Form;
import dev.drydock.dockerfile.instruction.Entrypoint;
import dev.drydock.dockerfile.instruction.Env;
import dev.drydock.dockerfile.instruction.FileTransfer;
import dev.drydock.dockerfile.instruction.From;
import dev.drydock.dockerfile.instruction.Healthcheck;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.instruction.Label;
import dev.drydock.dockerfile.instruction.Maintainer;
import dev.drydock.dockerfile.instruction.Onbuild;
import dev.drydock.dockerfile.instruction.Run;
import dev.drydock.dockerfile.instruction.Shell;
import dev.drydock.dockerfile.instruction.Unknown;
import dev.drydock.dockerfile.instruction.Volume;
import dev.drydock.dockerfile.lines.Problems;
import dev.drydock.dockerfile.source.ProblemCode;
import dev.drydock.dockerfile.source.Source;
import dev.drydock.dockerfile.words.Blanks;
import dev.drydock.dockerfile.words.HeredocWord;
import dev.drydock.dockerfile.words.Keywords;
import dev.drydock.dockerfile.words.Quote;
import dev.drydock.dockerfile.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the builder checks when it reads an instruction, before it builds anything. */
final class InstructionSyntax {

  private static final Set<String> NETWORKS = Set.of("default", "none", "host");
  private static final Set<String> SECURITY = Set.of("insecure", "sandbox");

  private final Problems problems;

  InstructionSyntax(Problems problems) {
    this.problems = problems;
  }

  void check(Instruction instruction) {
    Source source = instruction.source();
    if (instruction instanceof From from) {
      from(from);
    } else if (instruction instanceof FileTransfer transfer) {
      transfer(transfer);
    } else if (instruction instanceof Run run) {
      run(run);
    } else if (instruction instanceof Cmd cmd) {
      emptyCommand(source, cmd.command());
    } else if (instruction instanceof Entrypoint entrypoint) {
      emptyCommand(source, entrypoint.command());
    } else if (instruction instanceof Env env) {
      legacy(source, env.legacy());
    } else if (instruction instanceof Label label) {
      legacy(source, label.legacy());
    } else if (instruction instanceof Arg arg) {
      arg(arg);
    } else if (instruction instanceof Healthcheck healthcheck) {
      HealthcheckSyntax.check(healthcheck, problems);
    } else if (instruction instanceof Shell shell) {
      shell(shell);
    } else if (instruction instanceof Onbuild onbuild) {
      onbuild(onbuild);
    } else if (instruction instanceof Volume volume) {
      volume(volume);
    } else if (instruction instanceof Maintainer) {
      problems.add(
          source.startLine(),
          ProblemCode.MAINTAINER_DEPRECATED,
          "MAINTAINER is deprecated",
          "Write LABEL org.opencontainers.image.authors=\"…\".");
    }
    missing(instruction);
  }

  private void missing(Instruction instruction) {
    Source source = instruction.source();
    boolean optional =
        instruction instanceof Run
            || instruction instanceof Cmd
            || instruction instanceof Entrypoint
            || instruction instanceof FileTransfer
            || instruction instanceof From;
    boolean emptyList = instruction instanceof Volume volume && volume.paths().isEmpty();
    if (!optional && (source.arguments().isEmpty() || emptyList)) {
      problems.add(
          source.startLine(),
          ProblemCode.MISSING_ARGUMENT,
          source.keyword() + " has no argument",
          "Complete the line or remove it.");
    }
  }

  private void from(From from) {
    Source source = from.source();
    List<String> words = Words.split(source.arguments());
    boolean fine = words.size() == 1 || (words.size() == 3 && from.alias() != null);
    if (!fine) {
      problems.add(
          source.startLine(),
          ProblemCode.FROM_ARGUMENTS,
          words.isEmpty()
              ? "FROM names no image"
              : "FROM takes an image, or an image AS a name; here is "
                  + Quote.of(source.arguments()),
          words.stream().anyMatch(word -> word.startsWith("#"))
              ? "A comment needs a line of its own: move the # and what follows."
              : "Write FROM image:tag or FROM image:tag AS name.");
      return;
    }
    String alias = from.alias();
    if (alias != null) {
      stageName(source, alias);
    }
  }

  private void stageName(Source source, String alias) {
    String name = alias.toLowerCase(Locale.ROOT);
    if (!isStageName(name)) {
      problems.add(
          source.startLine(),
          ProblemCode.BAD_STAGE_NAME,
          Quote.of(alias) + " is no name for a stage",
          "A name starts with a letter; letters, digits, -, _ and . may follow.");
    } else if (!name.equals(alias)) {
      problems.add(
          source.startLine(),
          ProblemCode.STAGE_NAME_CASE,
          "the stage " + Quote.of(alias) + " is called " + Quote.of(name) + " by the builder",
          "Write the name in lower case.");
    }
    if (name.equals("scratch") || name.equals("context")) {
      problems.add(
          source.startLine(),
          ProblemCode.RESERVED_STAGE_NAME,
          Quote.of(name) + " has a meaning of its own and should not name a stage",
          "Choose another name.");
    }
  }

  private static boolean isStageName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z';
      boolean other = (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
      if (!letter && (i == 0 || !other)) {
        return false;
      }
    }
    return true;
  }

  private void transfer(FileTransfer transfer) {
    Source source = transfer.source();
    boolean nothing = transfer.sources().isEmpty() && transfer.inlineFiles().isEmpty();
    if (HeredocWord.parse(transfer.destination()).isPresent()) {
      problems.add(
          source.startLine(),
          ProblemCode.HEREDOC_DESTINATION,
          "the destination of a " + source.keyword() + " cannot be a heredoc",
          "The destination comes last: " + source.keyword() + " <<EOF /path.");
    } else if (nothing || transfer.destination().isEmpty()) {
      problems.add(
          source.startLine(),
          ProblemCode.MISSING_ARGUMENT,
          source.keyword() + " needs a source and a destination",
          "Write " + source.keyword() + " source destination.");
    }
    if (Words.split(source.arguments()).contains("#")) {
      inlineComment(source);
    }
  }

  private void inlineComment(Source source) {
    problems.add(
        source.startLine(),
        ProblemCode.INLINE_COMMENT,
        "the # in this " + source.keyword() + " starts no comment, it is an argument",
        "A comment needs a line of its own: move the # and what follows.");
  }

  private void run(Run run) {
    Source source = run.source();
    emptyCommand(source, run.command());
    run.mounts().stream()
        .flatMap(mount -> MountParser.defectBeforeSubstitution(mount).stream())
        .findFirst()
        .ifPresent(
            defect ->
                problems.add(
                    source.startLine(),
                    ProblemCode.BAD_MOUNT,
                    defect,
                    "Name the image in a FROM … AS name, and write from=name."));
    choice(source, "network", NETWORKS);
    choice(source, "security", SECURITY);
  }

  private void choice(Source source, String flag, Set<String> allowed) {
    source
        .flagValue(flag)
        .filter(value -> !allowed.contains(value))
        .ifPresent(
            value ->
                problems.add(
                    source.startLine(),
                    ProblemCode.FLAG_VALUE,
                    "--" + flag + " cannot be " + Quote.of(value),
                    "It is one of " + String.join(", ", allowed.stream().sorted().toList()) + "."));
  }

  private void emptyCommand(Source source, CommandLine command) {
    if (command.form() == Form.NONE) {
      problems.add(
          source.startLine(),
          ProblemCode.EMPTY_COMMAND,
          source.keyword() + " has no command",
          "Complete the line or remove it.");
    }
  }

  private void legacy(Source source, boolean legacy) {
    if (legacy) {
      problems.add(
          source.startLine(),
          ProblemCode.LEGACY_KEY_VALUE,
          "the form " + source.keyword() + " name value is deprecated",
          "Write " + source.keyword() + " name=value.");
    }
  }

  private void arg(Arg arg) {
    if (arg.assignments().stream().anyMatch(assignment -> assignment.name().isEmpty())) {
      problems.add(
          arg.startLine(),
          ProblemCode.NOT_KEY_VALUE,
          "an ARG has no name before the equals sign",
          "Write ARG name=default without blanks around =.");
    }
  }

  private void shell(Shell shell) {
    CommandLine command = shell.command();
    if (command.isExec() && command.words().isEmpty()) {
      problems.add(shell.startLine(), ProblemCode.MISSING_ARGUMENT, "SHELL names no program", "");
    } else if (command.isShell()) {
      problems.add(
          shell.startLine(),
          ProblemCode.SHELL_NOT_JSON,
          "SHELL takes a JSON array only",
          "Write SHELL [\"/bin/bash\", \"-c\"].");
    }
  }

  private void onbuild(Onbuild onbuild) {
    if (!(onbuild.trigger() instanceof Unknown trigger)) {
      return;
    }
    boolean known = Keywords.isKnown(trigger.keyword());
    problems.add(
        onbuild.startLine(),
        ProblemCode.BAD_ONBUILD,
        known ? ProblemCode.Severity.ERROR : ProblemCode.Severity.WARNING,
        known
            ? "ONBUILD cannot hold a " + trigger.keyword()
            : "ONBUILD holds an unknown instruction, " + Quote.of(trigger.source().written()),
        "ONBUILD takes an instruction such as RUN or COPY.");
  }

  private void volume(Volume volume) {
    if (volume.paths().stream().anyMatch(path -> Blanks.strip(path).isEmpty())) {
      problems.add(volume.startLine(), ProblemCode.BAD_VOLUME, "a VOLUME has an empty path", "");
    }
  }
}
