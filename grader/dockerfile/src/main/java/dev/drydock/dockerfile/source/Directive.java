package dev.drydock.dockerfile.source;

/**
 * A parser directive that is in force: {@code # syntax=…}, {@code # escape=…} or {@code # check=…}.
 *
 * @param name in lower case
 * @param value as written, surrounding blanks removed
 * @param line counted from 1
 */
public record Directive(String name, String value, int line) {}
