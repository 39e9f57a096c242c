package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;
import java.util.List;

/**
 * {@code ENV name=value …}.
 *
 * @param assignments in order
 * @param legacy written {@code ENV name value}, without the equals sign
 */
public record Env(Source source, List<Assignment> assignments, boolean legacy)
    implements Instruction {

  public Env {
    assignments = List.copyOf(assignments);
  }
}
