package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Heredoc;
import dev.drydock.dockerfile.source.Source;
import dev.drydock.dockerfile.words.HeredocWord;
import java.util.List;

/**
 * {@code RUN [--mount=…] command}.
 *
 * @param source the instruction as text, with its place in the file
 * @param command in exec form or shell form
 * @param mounts its {@code --mount} flags, in order
 */
public record Run(Source source, CommandLine command, List<Mount> mounts) implements Instruction {

  /**
   * Copy the lists.
   *
   * @param source the instruction as text, with its place in the file
   * @param command in exec form or shell form
   * @param mounts its {@code --mount} flags, in order
   */
  public Run {
    mounts = List.copyOf(mounts);
  }

  /**
   * {@return the text the shell reads: the command followed by its heredocs, or the heredoc alone
   * where that is the whole command}
   */
  public String script() {
    if (source.heredocs().isEmpty()) {
      return command.text();
    }
    StringBuilder script = new StringBuilder();
    if (HeredocWord.parse(command.text()).isEmpty()) {
      script.append(command.text()).append('\n');
    }
    for (Heredoc heredoc : source.heredocs()) {
      script.append(heredoc.body());
    }
    return script.toString();
  }
}
