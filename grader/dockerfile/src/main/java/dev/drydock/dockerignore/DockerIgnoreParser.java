package dev.drydock.dockerignore;

import dev.drydock.dockerfile.words.Blanks;
import dev.drydock.dockerfile.words.CleanPath;
import dev.drydock.dockerignore.pattern.GlobSyntax;
import dev.drydock.dockerignore.pattern.PatternMatcher;
import dev.drydock.dockerignore.pattern.RegexSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads an ignore file. */
final class DockerIgnoreParser {

  /** The builder reads lines through a buffer of this size, line feed included. */
  private static final int MAX_LINE_BYTES = 65_535;

  /** What a single pattern may weigh; longer ones are no patterns but attacks. */
  private static final int MAX_PATTERN_LENGTH = 4_096;

  private final String text;
  private final List<IgnorePattern> patterns = new ArrayList<>();
  private final List<PatternMatcher> matchers = new ArrayList<>();
  private final List<IgnoreProblem> problems = new ArrayList<>();
  private final List<IgnoreProblem> unread = new ArrayList<>();

  DockerIgnoreParser(String text) {
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  DockerIgnore parse() {
    int start = 0;
    int number = 0;
    while (start < text.length()
        && patterns.size() + problems.size() + unread.size() < DockerIgnore.MAX_PATTERNS) {
      int feed = text.indexOf('\n', start);
      int end = feed < 0 ? text.length() : feed;
      number++;
      String line = text.substring(start, end);
      line(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line, number);
      start = end + 1;
    }
    if (start < text.length()) {
      unread.add(
          new IgnoreProblem(
              number + 1, "more than " + DockerIgnore.MAX_PATTERNS + " patterns are not read"));
    }
    return new DockerIgnore(patterns, matchers, problems, unread);
  }

  private void line(String line, int number) {
    if (line.length() > MAX_LINE_BYTES / 3
        && line.getBytes(StandardCharsets.UTF_8).length > MAX_LINE_BYTES) {
      problems.add(new IgnoreProblem(number, "the line is longer than the builder reads"));
      return;
    }
    String written = Blanks.strip(line);
    if (line.startsWith("#") || written.isEmpty()) {
      return;
    }
    boolean includes = written.startsWith("!");
    String path = includes ? Blanks.strip(written.substring(1)) : written;
    if (!path.isEmpty()) {
      path = CleanPath.of(path);
      path = path.length() > 1 && path.startsWith("/") ? path.substring(1) : path;
    }
    // The builder cleans twice, the second time with the exclamation mark.
    String again = CleanPath.of(Blanks.strip(includes ? "!" + path : path));
    if (again.equals("!")) {
      problems.add(new IgnoreProblem(number, "there is nothing behind the !"));
      return;
    }
    boolean includesAfterAll = again.startsWith("!");
    add(
        new IgnorePattern(
            number, written, includesAfterAll ? again.substring(1) : again, includesAfterAll));
  }

  private void add(IgnorePattern pattern) {
    String cleaned = pattern.cleaned();
    if (!GlobSyntax.isValid(cleaned)) {
      problems.add(new IgnoreProblem(pattern.line(), "this is no pattern the builder understands"));
      return;
    }
    if (cleaned.length() > MAX_PATTERN_LENGTH) {
      unread.add(
          new IgnoreProblem(
              pattern.line(),
              "a pattern of more than " + MAX_PATTERN_LENGTH + " characters is not read"));
      return;
    }
    try {
      matchers.add(PatternMatcher.of(cleaned));
      patterns.add(pattern);
    } catch (RegexSyntaxException e) {
      problems.add(new IgnoreProblem(pattern.line(), "the builder cannot use this pattern"));
    }
  }
}
