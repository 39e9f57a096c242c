package dev.drydock.dockerfile.words;

import org.jspecify.annotations.Nullable;

/** Where variables come from. */
public interface Lookup {

  /** No variable is set. */
  Lookup NONE = name -> null;

  /** The value, or null when the variable is not set. */
  @Nullable String get(String name);
}
