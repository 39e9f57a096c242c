package dev.drydock.dockerignore;

import dev.drydock.dockerignore.pattern.PatternMatcher;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An ignore file, with the builder's rules: the last matching line decides, a folder that matches
 * takes everything below with it, {@code !} takes back. Immutable.
 */
public final class DockerIgnore {

  /** Patterns beyond are not read: each is tried on every file. */
  public static final int MAX_PATTERNS = 2_000;

  /** No file, or an empty one. */
  public static final DockerIgnore NONE = parse("");

  private final List<IgnorePattern> patterns;
  private final List<PatternMatcher> matchers;
  private final List<IgnoreProblem> problems;
  private final boolean includesArePaths;

  DockerIgnore(
      List<IgnorePattern> patterns, List<PatternMatcher> matchers, List<IgnoreProblem> problems) {
    this.patterns = List.copyOf(patterns);
    this.matchers = List.copyOf(matchers);
    this.problems = List.copyOf(problems);
    this.includesArePaths =
        this.patterns.stream().filter(IgnorePattern::includes).allMatch(DockerIgnore::isPath);
  }

  /** Read an ignore file; never fails. */
  public static DockerIgnore parse(String text) {
    return new DockerIgnoreParser(text).parse();
  }

  /** The lines in force, in order; comments, blank and refused lines are none. */
  public List<IgnorePattern> patterns() {
    return patterns;
  }

  /** The lines for which the builder refuses to build; the rest is judged without them. */
  public List<IgnoreProblem> problems() {
    return problems;
  }

  /**
   * Decide about a file.
   *
   * @param path relative to the context, with {@code /}
   */
  public IgnoreDecision decide(String path) {
    Folder folder = root();
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      folder = folder.enter(path.substring(0, slash));
    }
    return folder.decide(path);
  }

  /** Where a walk over a context starts. */
  public Folder root() {
    return new Folder(new BitSet(), IgnoreDecision.NO_MATCH, 0);
  }

  /** Whether a pattern has no wildcards but at its end, so that it names one place in the tree. */
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

  /** Whether an excluded folder is not even looked into, since nothing below can be taken back. */
  private boolean isClosed(String folder) {
    return includesArePaths
        && patterns.stream()
            .filter(IgnorePattern::includes)
            .noneMatch(
                pattern ->
                    (withoutTrailingStars(pattern.cleaned()) + "/").startsWith(folder + "/"));
  }

  /** A folder of the context during a walk, which knows what matched it. */
  public final class Folder {
    private final BitSet matched;
    private final @Nullable IgnoreDecision closed;
    private long cost;

    private Folder(BitSet matched, IgnoreDecision decision, long cost) {
      this.matched = matched;
      this.closed = decision.excluded() ? decision : null;
      this.cost = cost;
    }

    /** Go into a folder below this one, named by its path in the context. */
    public Folder enter(String path) {
      if (closed != null) {
        return this;
      }
      BitSet here = new BitSet();
      IgnoreDecision decision = decide(path, here);
      boolean skipped = decision.excluded() && isClosed(path);
      return new Folder(here, skipped ? decision : IgnoreDecision.NO_MATCH, cost);
    }

    /** Decide about a file in this folder, or about a folder. */
    public IgnoreDecision decide(String path) {
      return closed != null ? closed : decide(path, new BitSet());
    }

    /** Steps spent so far by this folder and on the way to it. */
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
