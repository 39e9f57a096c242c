package dev.drydock.batch.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Forms of export. */
public enum Format {
  /** {@code results.json}, a file for each submission. */
  GRADESCOPE("json"),
  /** The autograding runners' result, base64, a file for each submission. */
  GITHUB("txt"),
  /** Grade import of Moodle. */
  MOODLE("csv"),
  /** The instructor's own gradebook export of Canvas, filled in. */
  CANVAS("csv"),
  JUNIT("xml"),
  /** Findings with their lines, SARIF 2.1.0. */
  SARIF("sarif"),
  /** A row for each submission. */
  CSV("csv"),
  /** Everything. */
  JSON("json"),
  /** What students get back: a page and a text for each of them. */
  FEEDBACK("html"),
  /** Dockerfiles that are alike. */
  SIMILARITY("txt");

  private final String ending;

  Format(String ending) {
    this.ending = ending;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  String ending() {
    return ending;
  }

  public static Optional<Format> of(String id) {
    return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
  }
}
