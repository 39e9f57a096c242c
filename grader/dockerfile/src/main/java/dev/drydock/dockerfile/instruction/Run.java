package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Heredoc;
import dev.drydock.dockerfile.source.Source;
import dev.drydock.dockerfile.words.HeredocWord;
import java.util.List;

/** {@code RUN [--mount=…] command}. */
public record Run(Source source, CommandLine command, List<Mount> mounts) implements Instruction {

  public Run {
    mounts = List.copyOf(mounts);
  }

  /**
   * What the shell gets to read, line by line: the command, and the heredocs with it. A RUN that is
   * nothing but a heredoc is its body.
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
