package dev.drydock.dockerfile.instruction;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One {@code --mount=type=…,…} of a RUN, as written.
 *
 * @param options its comma-separated parts, in order
 */
public record Mount(List<Option> options) {

  /**
   * Copy the lists.
   *
   * @param options its comma-separated parts, in order
   */
  public Mount {
    options = List.copyOf(options);
  }

  /**
   * One part of a mount.
   *
   * @param key in lower case
   * @param value as written; null when there is no {@code =}
   */
  public record Option(String key, @Nullable String value) {}

  /**
   * {@return {@code bind} (the default), {@code cache}, {@code tmpfs}, {@code secret} or {@code
   * ssh}, as written}
   */
  public String type() {
    return value("type").orElse("bind");
  }

  /** {@return whether it is a cache mount} */
  public boolean isCache() {
    return type().equalsIgnoreCase("cache");
  }

  /** {@return the stage or image it mounts from} */
  public Optional<String> from() {
    return value("from").filter(from -> !from.isEmpty());
  }

  /** {@return the path in the container: {@code target}, {@code dst} or {@code destination}} */
  public Optional<String> target() {
    return first("target", "dst", "destination");
  }

  /** {@return the path it mounts: {@code source} or {@code src}} */
  public Optional<String> mountSource() {
    return first("source", "src");
  }

  /** {@return the id of a cache, secret or SSH socket} */
  public Optional<String> id() {
    return value("id");
  }

  /**
   * Look up an option.
   *
   * @param key in lower case
   * @return the last value given for it
   */
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
