package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code FROM [--platform=…] image [AS name]}.
 *
 * @param source the instruction as text, with its place in the file
 * @param image as written, variables not substituted; empty when it is missing
 * @param alias the name after AS, as written; null when there is none
 */
public record From(Source source, String image, @Nullable String alias) implements Instruction {

  /** {@return the name of the stage, in lower case, as the builder compares it} */
  public Optional<String> stageName() {
    return alias == null ? Optional.empty() : Optional.of(alias.toLowerCase(Locale.ROOT));
  }

  /** {@return the value of {@code --platform}, as written} */
  public Optional<String> platform() {
    return source.flagValue("platform");
  }
}
