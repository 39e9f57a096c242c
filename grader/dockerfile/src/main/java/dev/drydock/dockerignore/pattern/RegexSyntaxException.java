package dev.drydock.dockerignore.pattern;

/** A regular expression that Go would not compile; never leaves this package. */
public final class RegexSyntaxException extends Exception {

  private static final long serialVersionUID = 1L;

  RegexSyntaxException(String message) {
    super(message, null, false, false);
  }
}
