package dev.drydock.text;

/** A number with its noun: {@code 1 file}, {@code 3 files}. */
public final class Counted {

  private Counted() {}

  /** For a noun with a regular plural. */
  public static String of(long number, String noun) {
    return of(number, noun, noun + (noun.endsWith("s") ? "es" : "s"));
  }

  /** For all other words. */
  public static String of(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
