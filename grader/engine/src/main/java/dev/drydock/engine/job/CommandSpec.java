package dev.drydock.engine.job;

import java.util.List;
import java.util.Map;

/**
 * A run that a command image has to get right.
 *
 * @param arguments after the image's entry point; {@code {fixture}} in them and in the values of
 *     {@code env} becomes the address of the fixture server
 * @param outputContains parts the standard output must have
 */
public record CommandSpec(
    String name,
    List<String> arguments,
    Map<String, String> env,
    int exitCode,
    List<String> outputContains) {

  public CommandSpec {
    arguments = List.copyOf(arguments);
    env = Map.copyOf(env);
    outputContains = List.copyOf(outputContains);
  }
}
