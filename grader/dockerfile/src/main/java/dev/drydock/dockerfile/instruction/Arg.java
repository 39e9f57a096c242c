package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;
import java.util.List;

/**
 * {@code ARG name[=default] …}.
 *
 * @param source the instruction as text, with its place in the file
 * @param assignments the arguments it declares, in order
 */
public record Arg(Source source, List<Assignment> assignments) implements Instruction {

  /**
   * Copy the lists.
   *
   * @param source the instruction as text, with its place in the file
   * @param assignments the arguments it declares, in order
   */
  public Arg {
    assignments = List.copyOf(assignments);
  }
}
