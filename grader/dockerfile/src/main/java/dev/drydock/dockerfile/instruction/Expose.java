package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;
import java.util.List;

/**
 * {@code EXPOSE port…}.
 *
 * @param ports as written; {@link Ports#parse} reads them once they are resolved
 */
public record Expose(Source source, List<String> ports) implements Instruction {

  public Expose {
    ports = List.copyOf(ports);
  }
}
