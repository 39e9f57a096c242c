package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;
import java.util.List;

/** {@code ARG name[=default] …}. */
public record Arg(Source source, List<Assignment> assignments) implements Instruction {

  public Arg {
    assignments = List.copyOf(assignments);
  }
}
