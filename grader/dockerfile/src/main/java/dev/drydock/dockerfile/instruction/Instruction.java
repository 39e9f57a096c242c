package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.source.Flag;
import dev.drydock.dockerfile.source.Heredoc;
import dev.drydock.dockerfile.source.Source;
import java.util.List;

/**
 * One instruction of a Dockerfile. Its parts are as written: variables are substituted only by
 * {@link Dockerfile#resolve}. A malformed instruction is kept, with whatever could be read of it.
 */
public sealed interface Instruction
    permits Add,
        Arg,
        Cmd,
        Copy,
        Entrypoint,
        Env,
        Expose,
        From,
        Healthcheck,
        Label,
        Maintainer,
        Onbuild,
        Run,
        Shell,
        StopSignal,
        Unknown,
        User,
        Volume,
        Workdir {

  /** {@return the instruction as text, with its place in the file} */
  Source source();

  /**
   * {@return the keyword in upper case, such as {@code RUN}; the first word of an unknown
   * instruction}
   */
  default String keyword() {
    return source().keyword();
  }

  /** {@return its first line, counted from 1} */
  default int startLine() {
    return source().startLine();
  }

  /** {@return its last line: the end of its continuation lines and heredocs} */
  default int endLine() {
    return source().endLine();
  }

  /** {@return its leading {@code --words}} */
  default List<Flag> flags() {
    return source().flags();
  }

  /** {@return its heredocs, in order} */
  default List<Heredoc> heredocs() {
    return source().heredocs();
  }
}
