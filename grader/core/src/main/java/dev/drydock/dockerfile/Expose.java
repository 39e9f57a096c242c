package dev.drydock.dockerfile;

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
