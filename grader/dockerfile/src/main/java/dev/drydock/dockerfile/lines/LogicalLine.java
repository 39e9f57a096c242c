package dev.drydock.dockerfile.lines;

import dev.drydock.dockerfile.source.LineMap;

/**
 * An instruction's line with its continuations joined.
 *
 * @param text leading blanks of the first line and the escape characters removed
 * @param original the lines as they stand in the file
 */
public record LogicalLine(String text, int startLine, int endLine, String original, LineMap map) {}
