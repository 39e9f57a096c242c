package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Heredoc;
import dev.drydock.dockerfile.source.Source;
import java.util.List;

/** What COPY and ADD have in common. */
public sealed interface FileTransfer permits Add, Copy {

  Source source();

  /** As written, heredocs left out; empty when the instruction is malformed. */
  List<String> sources();

  /** As written; empty when it is missing. */
  String destination();

  /** The names of the heredocs among the sources: each becomes a file of that name. */
  default List<Heredoc> inlineFiles() {
    return source().heredocs();
  }
}
