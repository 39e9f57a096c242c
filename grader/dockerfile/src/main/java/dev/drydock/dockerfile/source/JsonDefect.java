package dev.drydock.dockerfile.source;

import org.jspecify.annotations.Nullable;

/**
 * Why a text that looks like a JSON array is not one, so that the builder silently takes it for a
 * shell command.
 *
 * @param kind the mistake
 * @param position of the character at which the text stops being JSON
 * @param suggestion the array that was probably meant, as JSON; null when it cannot be guessed
 */
public record JsonDefect(Kind kind, Position position, @Nullable String suggestion) {

  /** A common mistake in a JSON array. */
  public enum Kind {
    /** {@code ['a']}. */
    SINGLE_QUOTES("single quotes; JSON knows double quotes only"),
    /** Typographic quotes, as word processors insert them. */
    SMART_QUOTES("typographic quotes; JSON knows the plain double quote only"),
    /** {@code ["a",]}. */
    TRAILING_COMMA("a comma before the closing bracket"),
    /** {@code ["a" "b"]}. */
    MISSING_COMMA("no comma between two words"),
    /** {@code ["a",,"b"]}. */
    MISSING_VALUE("two commas with nothing between them"),
    /** {@code [a]}. */
    BARE_WORD("a word without quotes"),
    /** {@code ["a"}. */
    MISSING_CLOSING_BRACKET("no closing bracket"),
    /** {@code "a"]}. */
    MISSING_OPENING_BRACKET("no opening bracket"),
    /** {@code ["a"] b}. */
    TEXT_AFTER_BRACKET("text after the closing bracket"),
    /** {@code ["a]}. */
    UNTERMINATED_STRING("a string without its closing quote"),
    /** An escape JSON does not have, as in a Windows path. */
    BACKSLASH("a backslash that JSON does not know; it is written \\\\"),
    /** A control character, such as a tab, inside a string. */
    CONTROL_CHARACTER("a tab or another control character inside a string"),
    /** A character that looks like a blank, or like nothing, between the strings. */
    INVISIBLE_CHARACTER("an invisible character, such as a no-break space, between the words");

    private final String description;

    Kind(String description) {
      this.description = description;
    }

    /** {@return the mistake in a few words, to follow "there is" or a colon} */
    public String description() {
      return description;
    }
  }
}
