package dev.drydock.dockerfile.stage;

import org.jspecify.annotations.Nullable;

/**
 * A variable at some place of the Dockerfile.
 *
 * @param value null when it is declared ({@code ARG NAME}) and not set
 * @param line where it was set or declared; 0 when not in this file
 */
public record Variable(String name, @Nullable String value, Kind kind, int line) {

  /** Who set it. */
  public enum Kind {
    /** The builder, such as TARGETARCH and PATH. */
    PREDEFINED,
    /** The environment of the base image. */
    BASE_IMAGE,
    /** An ARG before the first FROM. */
    GLOBAL_ARG,
    ARG,
    ENV
  }
}
