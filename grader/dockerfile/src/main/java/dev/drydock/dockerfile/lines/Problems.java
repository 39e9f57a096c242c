package dev.drydock.dockerfile.lines;

import dev.drydock.dockerfile.source.Problem;
import dev.drydock.dockerfile.source.ProblemCode;
import dev.drydock.dockerfile.source.ProblemCode.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects problems while a file is read, up to a limit: a hostile file must not fill the memory.
 */
public final class Problems {

  public static final int MAX = 1_000;

  private final List<Problem> found = new ArrayList<>();
  private boolean errorDropped;
  private int dropped;

  public void add(int line, ProblemCode code, String message, String hint) {
    add(new Problem(line, code, code.severity(), message, hint));
  }

  public void add(int line, ProblemCode code, Severity severity, String message, String hint) {
    add(new Problem(line, code, severity, message, hint));
  }

  private void add(Problem problem) {
    if (found.size() < MAX) {
      found.add(problem);
      return;
    }
    dropped++;
    errorDropped |= problem.isError();
  }

  /** Whether further problems are only counted, so that explaining them is wasted time. */
  public boolean isFull() {
    return found.size() >= MAX;
  }

  /** By line; in one line in the order of finding. */
  public List<Problem> sorted() {
    List<Problem> result = new ArrayList<>(found);
    result.sort(Comparator.comparingInt(Problem::line));
    if (dropped > 0) {
      result.add(
          new Problem(
              result.get(result.size() - 1).line(),
              ProblemCode.TOO_MANY_PROBLEMS,
              errorDropped ? Severity.ERROR : Severity.WARNING,
              dropped + " more problems are not shown",
              "Fix the first ones; the rest often follows from them."));
    }
    return List.copyOf(result);
  }
}
