package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code FROM [--platform=…] image [AS name]}.
 *
 * @param image as written, variables not substituted; empty when it is missing
 * @param alias the name behind AS as written, null when there is none
 */
public record From(Source source, String image, @Nullable String alias) implements Instruction {

  /** The name of the stage, lower case as the builder compares it. */
  public Optional<String> stageName() {
    return alias == null ? Optional.empty() : Optional.of(alias.toLowerCase(Locale.ROOT));
  }

  public Optional<String> platform() {
    return source.flagValue("platform");
  }
}
