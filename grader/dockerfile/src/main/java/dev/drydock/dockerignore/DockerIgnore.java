package dev.drydock.dockerignore;

import dev.drydock.dockerignore.pattern.PatternMatcher;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code .dockerignore}, read as the builder reads it: the last matching line decides, a folder
 * that matches takes everything below it along, and {@code !} takes back.
 *
 * <p>Immutable, and safe for use by several threads; a {@link Folder} is not.
 *
 * <pre>{@code
 * DockerIgnore ignore = DockerIgnore.parse("*\n!src");
 * ignore.decide("node_modules/x.js").excluded(); // true
 * ignore.decide("src/Main.java").excluded(); // false
 * }</pre>
 */
public final class DockerIgnore {

  /**
   * The number of lines in force after which the rest is not read, because each is tried on every
   * file; it is reported as unread.
   */
  public static final int MAX_PATTERNS = 2_000;

  /** An empty file, or none: nothing is excluded. */
  public static final DockerIgnore NONE = parse("");

  private final List<IgnorePattern> patterns;
  private final List<PatternMatcher> matchers;
  private final List<IgnoreProblem> problems;
  private final List<IgnoreProblem> unread;
  private final boolean includesArePaths;

  DockerIgnore(
      List<IgnorePattern> patterns,
      List<PatternMatcher> matchers,
      List<IgnoreProblem> problems,
      List<IgnoreProblem> unread) {
    this.patterns = List.copyOf(patterns);
    this.matchers = List.copyOf(matchers);
    this.problems = List.copyOf(problems);
    this.unread = List.copyOf(unread);
    this.includesArePaths =
        this.patterns.stream().filter(IgnorePattern::includes).allMatch(DockerIgnore::isPath);
  }

  /**
   * Parse an ignore file. Never fails: a line the builder refuses is in {@link #problems()}.
   *
   * @param text of the file
   * @return its rules
   */
  public static DockerIgnore parse(String text) {
    return new DockerIgnoreParser(text).parse();
  }

  /**
   * {@return the lines in force, in order: no comments, no blank lines, none that the builder
   * refuses}
   */
  public List<IgnorePattern> patterns() {
    return patterns;
  }

  /**
   * {@return the lines because of which the builder refuses to build; decisions are made without
   * them}
   */
  public List<IgnoreProblem> problems() {
    return problems;
  }

  /**
   * {@return what this library does not read though the builder does; decisions are made without
   * it}
   */
  public List<IgnoreProblem> unread() {
    return unread;
  }

  /**
   * Decide about a file or folder.
   *
   * @param path relative to the context, with {@code /} as separator
   * @return whether it is excluded, and by which line
   */
  public IgnoreDecision decide(String path) {
    Folder folder = root();
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      folder = folder.enter(path.substring(0, slash));
    }
    return folder.decide(path);
  }

  /**
   * {@return the context itself, where a walk starts; walking folder by folder is quicker than
   * deciding path by path}
   */
  public Folder root() {
    return new Folder(new BitSet(), IgnoreDecision.NO_MATCH, 0);
  }

  /** Whether a pattern has wildcards at its end only, so that it names one place in the tree. */
  private static boolean isPath(IgnorePattern pattern) {
    return withoutTrailingStars(pattern.cleaned())
        .chars()
        .noneMatch(c -> "*[]?^\\".indexOf(c) >= 0);
  }

  private static String withoutTrailingStars(String pattern) {
    String shorter = withoutEnd(pattern, "/**");
    return withoutEnd(shorter, "/*");
  }

  private static String withoutEnd(String text, String end) {
    return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
  }

  /** Whether an excluded folder is not even entered, since nothing below it can be taken back. */
  private boolean isClosed(String folder) {
    return includesArePaths
        && patterns.stream()
            .filter(IgnorePattern::includes)
            .noneMatch(
                pattern ->
                    (withoutTrailingStars(pattern.cleaned()) + "/").startsWith(folder + "/"));
  }

  /** A folder of the context during a walk, which knows the lines that match it. For one thread. */
  public final class Folder {
    private final BitSet matched;
    private final @Nullable IgnoreDecision closed;
    private long cost;

    private Folder(BitSet matched, IgnoreDecision decision, long cost) {
      this.matched = matched;
      this.closed = decision.excluded() ? decision : null;
      this.cost = cost;
    }

    /**
     * Enter a folder below this one.
     *
     * @param path of the folder, relative to the context
     * @return that folder
     */
    public Folder enter(String path) {
      if (closed != null) {
        return this;
      }
      BitSet here = new BitSet();
      IgnoreDecision decision = decide(path, here);
      boolean skipped = decision.excluded() && isClosed(path);
      return new Folder(here, skipped ? decision : IgnoreDecision.NO_MATCH, cost);
    }

    /**
     * Decide about a file or folder directly in this folder.
     *
     * @param path relative to the context, with {@code /} as separator
     * @return whether it is excluded, and by which line
     */
    public IgnoreDecision decide(String path) {
      return closed != null ? closed : decide(path, new BitSet());
    }

    /**
     * {@return the steps spent on matching so far, by this folder and on the way to it: a measure
     * of work for callers that limit it}
     */
    public long cost() {
      return cost;
    }

    private IgnoreDecision decide(String path, BitSet here) {
      boolean excluded = false;
      IgnorePattern last = null;
      for (int i = 0; i < matchers.size(); i++) {
        IgnorePattern pattern = patterns.get(i);
        boolean match = matched.get(i);
        if (!match && pattern.includes() == excluded) {
          cost += (long) matchers.get(i).cost() * path.length();
          match = matchers.get(i).matches(path);
        }
        if (match) {
          here.set(i);
          excluded = !pattern.includes();
          last = pattern;
        }
      }
      return last == null ? IgnoreDecision.NO_MATCH : new IgnoreDecision(excluded, last);
    }
  }
}
