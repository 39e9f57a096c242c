package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Heredoc;
import dev.drydock.dockerfile.source.Source;
import java.util.List;

/** What COPY and ADD have in common. */
public sealed interface FileTransfer permits Add, Copy {

  /** {@return the instruction as text, with its place in the file} */
  Source source();

  /**
   * {@return what to copy, as written, without heredocs; empty when the instruction is malformed}
   */
  List<String> sources();

  /** {@return where to copy it, as written; empty when it is missing} */
  String destination();

  /** {@return the heredocs among the sources: each becomes a file named after its delimiter} */
  default List<Heredoc> inlineFiles() {
    return source().heredocs();
  }
}
