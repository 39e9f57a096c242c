package dev.drydock.dockerfile.instruction;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One {@code --mount=type=…,…} of a RUN, as written.
 *
 * @param options in order
 */
public record Mount(List<Option> options) {

  public Mount {
    options = List.copyOf(options);
  }

  /**
   * One part of it.
   *
   * @param key lower case
   * @param value null when there is no {@code =}
   */
  public record Option(String key, @Nullable String value) {}

  /**
   * {@code bind} (also when nothing is said), {@code cache}, {@code tmpfs}, {@code secret}, {@code
   * ssh}.
   */
  public String type() {
    return value("type").orElse("bind");
  }

  public boolean isCache() {
    return type().equalsIgnoreCase("cache");
  }

  /** The stage or image mounted from. */
  public Optional<String> from() {
    return value("from").filter(from -> !from.isEmpty());
  }

  public Optional<String> target() {
    return first("target", "dst", "destination");
  }

  public Optional<String> mountSource() {
    return first("source", "src");
  }

  public Optional<String> id() {
    return value("id");
  }

  /** The last value given for a key. */
  public Optional<String> value(String key) {
    return first(key);
  }

  private Optional<String> first(String... keys) {
    List<String> names = List.of(keys);
    Optional<String> found = Optional.empty();
    for (Option option : options) {
      if (names.contains(option.key()) && option.value() != null) {
        found = Optional.of(option.value());
      }
    }
    return found;
  }
}
