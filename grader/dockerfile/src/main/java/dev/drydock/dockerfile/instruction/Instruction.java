package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.source.Flag;
import dev.drydock.dockerfile.source.Heredoc;
import dev.drydock.dockerfile.source.Source;
import java.util.List;

/**
 * One instruction of a Dockerfile. Its parts are as written: nothing is substituted before {@link
 * Dockerfile#resolve} is asked. A malformed instruction is kept, with what could be read of it.
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

  Source source();

  /** Upper case, such as {@code RUN}; of an unknown instruction its first word. */
  default String keyword() {
    return source().keyword();
  }

  default int startLine() {
    return source().startLine();
  }

  default int endLine() {
    return source().endLine();
  }

  default List<Flag> flags() {
    return source().flags();
  }

  default List<Heredoc> heredocs() {
    return source().heredocs();
  }
}
