package dev.drydock.dockerfile.source;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A flag of an instruction, such as {@code --from=build}.
 *
 * @param name without the dashes
 * @param assigned what follows {@code =}, quotes removed; null when there is no {@code =}
 */
public record Flag(String name, @Nullable String assigned) {

  /**
   * Split a word into name and value.
   *
   * @param word such as {@code --from=build} or {@code --link}, quotes removed
   * @return the flag
   */
  public static Flag of(String word) {
    int equals = word.indexOf('=');
    String name = word.startsWith("--") ? word.substring(2) : word;
    if (equals < 0) {
      return new Flag(name, null);
    }
    return new Flag(word.substring(Math.min(2, equals), equals), word.substring(equals + 1));
  }

  /** {@return what follows {@code =}; empty when nothing does} */
  public String value() {
    return assigned == null ? "" : assigned;
  }

  /** {@return whether a switch is on, as in {@code --link} and {@code --link=true}} */
  public boolean isOn() {
    return assigned == null || assigned.equalsIgnoreCase("true");
  }

  /** {@return what follows {@code =}; empty when there is no {@code =}} */
  public Optional<String> optionalValue() {
    return Optional.ofNullable(assigned);
  }

  @Override
  public String toString() {
    return "--" + name + (assigned == null ? "" : "=" + assigned);
  }
}
