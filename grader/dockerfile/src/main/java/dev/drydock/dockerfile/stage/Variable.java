package dev.drydock.dockerfile.stage;

import org.jspecify.annotations.Nullable;

/**
 * A variable as one instruction sees it.
 *
 * @param name without the dollar sign
 * @param value null when it is declared ({@code ARG NAME}) but not set
 * @param kind where it comes from
 * @param line where it is set or declared; 0 when that is not in this file
 */
public record Variable(String name, @Nullable String value, Kind kind, int line) {

  /** Where a variable comes from. */
  public enum Kind {
    /** The builder, as with TARGETARCH and PATH. */
    PREDEFINED,
    /** The environment of the base image. */
    BASE_IMAGE,
    /** An ARG before the first FROM. */
    GLOBAL_ARG,
    /** An ARG of the stage. */
    ARG,
    /** An ENV of the stage, or of one it is built on. */
    ENV
  }
}
