package dev.drydock.dockerfile.source;

/**
 * A parser directive in force: {@code # syntax=…}, {@code # escape=…} or {@code # check=…}.
 *
 * @param name lower case
 * @param value as written, blanks around it removed
 */
public record Directive(String name, String value, int line) {}
