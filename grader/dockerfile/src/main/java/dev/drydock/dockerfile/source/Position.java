package dev.drydock.dockerfile.source;

/**
 * A place in the file.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters (UTF-16 units)
 */
public record Position(int line, int column) {}
