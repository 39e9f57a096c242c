package dev.drydock.dockerfile;

import dev.drydock.dockerfile.ProblemCode.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects problems while a file is read; keeps a hostile file from filling the memory. */
final class Problems {

  static final int MAX = 1_000;

  private final List<Problem> found = new ArrayList<>();
  private boolean errorDropped;
  private int dropped;

  void add(int line, ProblemCode code, String message, String hint) {
    add(new Problem(line, code, code.severity(), message, hint));
  }

  void add(int line, ProblemCode code, Severity severity, String message, String hint) {
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

  /** Whether further problems are only counted, so that nobody need explain them. */
  boolean isFull() {
    return found.size() >= MAX;
  }

  /** By line; in one line in the order of finding. */
  List<Problem> sorted() {
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
