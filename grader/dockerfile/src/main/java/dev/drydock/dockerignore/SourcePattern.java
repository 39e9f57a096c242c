package dev.drydock.dockerignore;

import dev.drydock.dockerfile.words.CleanPath;
import dev.drydock.dockerignore.pattern.PatternMatcher;
import dev.drydock.dockerignore.pattern.RegexSyntaxException;

/**
 * A source of a COPY or ADD, and the files of the context it takes. Immutable, and safe for use by
 * several threads.
 */
public final class SourcePattern {

  private final PatternMatcher matcher;

  private SourcePattern(PatternMatcher matcher) {
    this.matcher = matcher;
  }

  /**
   * Read a source.
   *
   * @param source such as {@code package*.json}, {@code ./src/} or {@code .}, variables substituted
   * @return its pattern; one that takes nothing when it is malformed
   */
  public static SourcePattern of(String source) {
    String cleaned = CleanPath.of("/" + source).substring(1);
    try {
      return new SourcePattern(PatternMatcher.of(cleaned.isEmpty() ? "**" : cleaned));
    } catch (RegexSyntaxException e) {
      return new SourcePattern(PatternMatcher.ofNothing());
    }
  }

  /**
   * Tell whether it takes a file: by its path, or along with a folder above it.
   *
   * @param path relative to the context, with {@code /} as separator
   * @return whether the file is copied
   */
  public boolean takes(String path) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (matcher.matches(path.substring(0, slash))) {
        return true;
      }
    }
    return matcher.matches(path);
  }
}
