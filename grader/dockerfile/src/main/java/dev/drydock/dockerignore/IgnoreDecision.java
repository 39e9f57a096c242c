package dev.drydock.dockerignore;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a path is kept out of the build context.
 *
 * @param excluded whether it is not sent to the builder
 * @param decidedBy the last line that matches the path or a folder above it; null when none does
 */
public record IgnoreDecision(boolean excluded, @Nullable IgnorePattern decidedBy) {

  /** No line matches: the path is sent. */
  public static final IgnoreDecision NO_MATCH = new IgnoreDecision(false, null);

  /** {@return the number of the line that excludes the path; empty when it is sent} */
  public Optional<Integer> excludedByLine() {
    return excluded && decidedBy != null ? Optional.of(decidedBy.line()) : Optional.empty();
  }
}
