package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;
import java.util.List;

/**
 * {@code EXPOSE port…}.
 *
 * @param source the instruction as text, with its place in the file
 * @param ports as written; {@link Ports#parse} reads them once variables are substituted
 */
public record Expose(Source source, List<String> ports) implements Instruction {

  /**
   * Copy the lists.
   *
   * @param source the instruction as text, with its place in the file
   * @param ports as written; {@link Ports#parse} reads them once variables are substituted
   */
  public Expose {
    ports = List.copyOf(ports);
  }
}
