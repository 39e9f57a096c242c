package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;
import java.util.List;

/**
 * {@code ENV name=value …}.
 *
 * @param source the instruction as text, with its place in the file
 * @param assignments the variables it sets, in order
 * @param legacy whether it is written {@code ENV name value}, without an equals sign
 */
public record Env(Source source, List<Assignment> assignments, boolean legacy)
    implements Instruction {

  /**
   * Copy the lists.
   *
   * @param source the instruction as text, with its place in the file
   * @param assignments the variables it sets, in order
   * @param legacy whether it is written {@code ENV name value}, without an equals sign
   */
  public Env {
    assignments = List.copyOf(assignments);
  }
}
