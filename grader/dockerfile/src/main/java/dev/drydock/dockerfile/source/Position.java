package dev.drydock.dockerfile.source;

/**
 * A position in the file.
 *
 * @param line counted from 1
 * @param column counted from 1, in UTF-16 units
 */
public record Position(int line, int column) {}
