package dev.drydock.dockerignore;

import dev.drydock.dockerfile.words.CleanPath;
import dev.drydock.dockerignore.pattern.PatternMatcher;
import dev.drydock.dockerignore.pattern.RegexSyntaxException;

/** A source of a COPY: which files of the context it takes. */
public final class SourcePattern {

  private final PatternMatcher matcher;

  private SourcePattern(PatternMatcher matcher) {
    this.matcher = matcher;
  }

  /** Read a resolved source, such as {@code package*.json}, {@code ./src/} or {@code .}. */
  public static SourcePattern of(String source) {
    String cleaned = CleanPath.of("/" + source).substring(1);
    try {
      return new SourcePattern(PatternMatcher.of(cleaned.isEmpty() ? "**" : cleaned));
    } catch (RegexSyntaxException e) {
      return new SourcePattern(PatternMatcher.ofNothing());
    }
  }

  /** Whether it takes a file: by its path, or with a folder above it. */
  public boolean takes(String path) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (matcher.matches(path.substring(0, slash))) {
        return true;
      }
    }
    return matcher.matches(path);
  }
}
