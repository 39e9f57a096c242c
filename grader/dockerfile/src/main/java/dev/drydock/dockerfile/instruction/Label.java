package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;
import java.util.List;

/**
 * {@code LABEL name=value …}.
 *
 * @param source the instruction as text, with its place in the file
 * @param assignments the labels it sets, in order
 * @param legacy whether it is written {@code LABEL name value}, without an equals sign
 */
public record Label(Source source, List<Assignment> assignments, boolean legacy)
    implements Instruction {

  /**
   * Copy the lists.
   *
   * @param source the instruction as text, with its place in the file
   * @param assignments the labels it sets, in order
   * @param legacy whether it is written {@code LABEL name value}, without an equals sign
   */
  public Label {
    assignments = List.copyOf(assignments);
  }
}
