package dev.drydock.dockerignore;

/**
 * A line of an ignore file that cannot be read: by the builder, which refuses the whole build
 * because of it, or by this library.
 *
 * @param line counted from 1
 * @param message a clause without a full stop
 */
public record IgnoreProblem(int line, String message) {}
