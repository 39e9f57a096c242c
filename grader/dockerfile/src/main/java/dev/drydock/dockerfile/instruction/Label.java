package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;
import java.util.List;

/**
 * {@code LABEL name=value …}.
 *
 * @param assignments in order
 * @param legacy written {@code LABEL name value}, without the equals sign
 */
public record Label(Source source, List<Assignment> assignments, boolean legacy)
    implements Instruction {

  public Label {
    assignments = List.copyOf(assignments);
  }
}
