package dev.drydock.engine.build;

import java.util.regex.Pattern;

/** Where an engine keeps its things is nobody's business, and makes its messages hard to read. */
final class EnginePaths {

  private static final Pattern PLACE =
      Pattern.compile(
          "/[^\\s\"']*?/(?:buildkit-mount\\d+|overlay2/[a-z0-9]+/(?:diff|merged)|snapshots/\\d+/fs)"
              + "(?=[/\\s:\"']|$)");

  private static final int LONGEST_PATH = 120;
  private static final Pattern DEEP =
      Pattern.compile("(/\\S{" + LONGEST_PATH + "})\\S+?(?=:|\\s|$)");

  private EnginePaths() {}

  /** A message of the builder with paths as they are in the image, and none longer than a line. */
  static String hidden(String message) {
    return DEEP.matcher(PLACE.matcher(message).replaceAll("")).replaceAll("$1…");
  }
}
