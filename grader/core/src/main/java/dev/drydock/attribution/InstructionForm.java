package dev.drydock.attribution;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.instruction.FileTransfer;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.instruction.Run;
import dev.drydock.dockerfile.instruction.Workdir;
import dev.drydock.dockerfile.source.Heredoc;
import java.util.ArrayList;
import java.util.List;

/**
 * One instruction in the form that builders write to the history.
 *
 * @param text variables substituted where the builder does, blanks collapsed
 * @param destination of a COPY or ADD, empty otherwise
 */
record InstructionForm(Instruction instruction, String text, String destination) {

  /** The instruction and the step say the same. */
  static final int EXACT = 16;

  /** The parts that distinguish instructions of a kind are the same. */
  static final int ALIKE = 8;

  /** Only the kind is the same. */
  static final int SAME_KIND = 1;

  static InstructionForm of(Dockerfile dockerfile, Instruction instruction) {
    if (instruction instanceof Run run) {
      return new InstructionForm(instruction, CollapsedText.collapsed(command(run)), "");
    }
    if (instruction instanceof FileTransfer transfer) {
      return of(dockerfile, instruction, transfer);
    }
    String written =
        instruction instanceof Workdir workdir
            ? dockerfile.resolve(instruction, workdir.path()).text()
            : instruction.source().arguments();
    return new InstructionForm(instruction, CollapsedText.collapsed(written), "");
  }

  private static InstructionForm of(
      Dockerfile dockerfile, Instruction instruction, FileTransfer transfer) {
    List<String> words = new ArrayList<>();
    transfer.sources().forEach(source -> words.add(resolved(dockerfile, instruction, source)));
    transfer.inlineFiles().forEach(file -> words.add("<<" + file.name()));
    String destination = resolved(dockerfile, instruction, transfer.destination());
    words.add(destination);
    return new InstructionForm(
        instruction, CollapsedText.collapsed(String.join(" ", words)), destination);
  }

  private static String command(Run run) {
    if (run.command().isExec()) {
      return String.join(" ", run.command().words());
    }
    boolean onlyHeredoc = run.script().equals(bodies(run, false));
    return onlyHeredoc ? run.script() : run.command().text() + "\n" + bodies(run, true);
  }

  private static String bodies(Run run, boolean withEnds) {
    StringBuilder bodies = new StringBuilder();
    for (Heredoc heredoc : run.heredocs()) {
      bodies.append(heredoc.body()).append(withEnds ? heredoc.name() + "\n" : "");
    }
    return bodies.toString();
  }

  private static String resolved(Dockerfile dockerfile, Instruction at, String written) {
    return dockerfile.resolve(at, written).text();
  }

  /** How likely the instruction made the step; 0 when it did not. */
  int likeness(HistoryStep step) {
    if (!step.keyword().equals(instruction.keyword())) {
      return 0;
    }
    return switch (instruction.keyword()) {
      case "RUN" -> endsAlike(step.text(), text) ? EXACT : SAME_KIND;
      case "COPY", "ADD" -> transferLikeness(step);
      case "WORKDIR" -> workdirLikeness(step.text());
      default -> step.text().equals(text) ? EXACT : namesAlike(step.text()) ? ALIKE : SAME_KIND;
    };
  }

  private int transferLikeness(HistoryStep step) {
    if (endsAlike(step.text(), text)) {
      return EXACT;
    }
    return step.lastWord().equals(destination) ? ALIKE : SAME_KIND;
  }

  /** The builder writes the absolute path. */
  private int workdirLikeness(String path) {
    if (path.equals(text)) {
      return EXACT;
    }
    return !text.startsWith("/") && path.endsWith("/" + text) ? ALIKE : SAME_KIND;
  }

  private boolean namesAlike(String other) {
    String name = text.split("[ =]", 2)[0];
    return !name.isEmpty() && other.contains(name);
  }

  private static boolean endsAlike(String whole, String end) {
    return whole.equals(end) || (!end.isEmpty() && whole.endsWith(" " + end));
  }
}
