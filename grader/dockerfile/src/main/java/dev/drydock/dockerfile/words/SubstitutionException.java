package dev.drydock.dockerfile.words;

/** A word the builder cannot substitute; never leaves this package. */
public final class SubstitutionException extends Exception {

  private static final long serialVersionUID = 1L;

  SubstitutionException(String message) {
    super(message, null, false, false);
  }
}
