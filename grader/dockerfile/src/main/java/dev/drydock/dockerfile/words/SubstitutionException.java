package dev.drydock.dockerfile.words;

/** A word the builder cannot substitute; never leaves this package. */
public final class SubstitutionException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean limit;

  SubstitutionException(String message) {
    this(message, false);
  }

  private SubstitutionException(String message, boolean limit) {
    super(message, null, false, false);
    this.limit = limit;
  }

  /** More than we read; the builder may. */
  static SubstitutionException ofLimit(String message) {
    return new SubstitutionException(message, true);
  }

  public boolean isLimit() {
    return limit;
  }
}
