package dev.drydock.dockerfile.words;

/**
 * How many characters substitution may look at or produce. {@code ENV A=$A$A} a hundred times over
 * is a few hundred bytes of Dockerfile and more characters than there are atoms.
 */
public final class Budget {

  /** For a whole file; a real one needs thousands. */
  public static final long FILE = 20_000_000;

  private long left;

  public Budget(long characters) {
    this.left = characters;
  }

  public void spend(long characters) throws SubstitutionException {
    left -= characters;
    if (left < 0) {
      left = 0;
      throw SubstitutionException.ofLimit("substituting the variables would take too long");
    }
  }
}
