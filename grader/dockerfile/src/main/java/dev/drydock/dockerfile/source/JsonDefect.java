package dev.drydock.dockerfile.source;

import org.jspecify.annotations.Nullable;

/**
 * Why a text that looks like a JSON array is none, so that the builder silently takes it for a
 * shell command.
 *
 * @param position of the character that breaks it
 * @param suggestion the array that was probably meant, as JSON; null when it cannot be told
 */
public record JsonDefect(Kind kind, Position position, @Nullable String suggestion) {

  /** The mistakes students make. */
  public enum Kind {
    SINGLE_QUOTES("single quotes; JSON knows double quotes only"),
    SMART_QUOTES("typographic quotes; JSON knows the plain double quote only"),
    TRAILING_COMMA("a comma before the closing bracket"),
    MISSING_COMMA("no comma between two words"),
    MISSING_VALUE("two commas with nothing between them"),
    BARE_WORD("a word without quotes"),
    MISSING_CLOSING_BRACKET("no closing bracket"),
    MISSING_OPENING_BRACKET("no opening bracket"),
    TEXT_AFTER_BRACKET("text behind the closing bracket"),
    UNTERMINATED_STRING("a string without its closing quote"),
    BACKSLASH("a backslash that JSON does not know; it is written \\\\"),
    CONTROL_CHARACTER("a tab or another control character inside a string"),
    INVISIBLE_CHARACTER("an invisible character, such as a no-break space, between the words");

    private final String description;

    Kind(String description) {
      this.description = description;
    }

    /** What is there, to be put behind "there is" or a colon. */
    public String description() {
      return description;
    }
  }
}
