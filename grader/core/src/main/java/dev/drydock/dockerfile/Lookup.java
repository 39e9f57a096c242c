package dev.drydock.dockerfile;

import org.jspecify.annotations.Nullable;

/** Where variables come from. */
interface Lookup {

  /** No variable is set. */
  Lookup NONE = name -> null;

  /** The value, or null when the variable is not set. */
  @Nullable String get(String name);
}
