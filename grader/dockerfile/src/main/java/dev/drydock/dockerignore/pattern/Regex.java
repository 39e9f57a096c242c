package dev.drydock.dockerignore.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A small automaton that follows all alternatives at once. Written by hand because this library
 * depends on nothing: like Go's regular expressions, and unlike Java's, it takes time proportional
 * to the length of the text times that of the pattern, whatever the pattern is.
 */
final class Regex {

  /** What a step does. */
  enum Op {
    /** Take one character of a set. */
    TAKE,
    /** Go on at two places. */
    SPLIT,
    BEGIN,
    END,
    WORD_BOUNDARY,
    NO_WORD_BOUNDARY,
    MATCH
  }

  /**
   * A step; the next one follows it unless it says otherwise.
   *
   * @param other the second place a SPLIT goes on
   */
  private record Step(Op op, IntPredicate set, int first, int other) {}

  private static final IntPredicate NONE = c -> false;

  private final List<Step> steps = new ArrayList<>();

  int size() {
    return steps.size();
  }

  void take(IntPredicate set) {
    steps.add(new Step(Op.TAKE, set, steps.size() + 1, 0));
  }

  void condition(Op op) {
    steps.add(new Step(op, NONE, steps.size() + 1, 0));
  }

  /** Make what was added since {@code start} optional, and repeated when asked. */
  void quantify(int start, boolean repeated) {
    List<Step> body = new ArrayList<>(steps.subList(start, steps.size()));
    steps.subList(start, steps.size()).clear();
    int end = start + body.size() + 1 + (repeated ? 1 : 0);
    steps.add(new Step(Op.SPLIT, NONE, start + 1, end));
    for (Step step : body) {
      steps.add(new Step(step.op, step.set, step.first + 1, step.other + 1));
    }
    if (repeated) {
      steps.add(new Step(Op.SPLIT, NONE, start, start));
    }
  }

  /** Whether the expression, which starts at the beginning of the text, matches. */
  boolean matches(int[] text) {
    return new Run(text).matches();
  }

  /** One match: the steps alive before each character. */
  private final class Run {
    private final int[] text;
    private final int[] seenAt = new int[steps.size()];
    private int[] alive = new int[steps.size()];
    private int[] next = new int[steps.size()];
    private final int[] stack = new int[2 * steps.size() + 2];
    private int count;
    private boolean matched;

    Run(int[] text) {
      this.text = text;
    }

    boolean matches() {
      follow(0, 0);
      for (int pos = 0; pos < text.length && count > 0 && !matched; pos++) {
        int[] current = alive;
        int size = count;
        alive = next;
        next = current;
        count = 0;
        for (int i = 0; i < size; i++) {
          Step step = steps.get(current[i]);
          if (step.set.test(text[pos])) {
            follow(step.first, pos + 1);
          }
        }
      }
      return matched;
    }

    /** Add every step reachable without taking a character. */
    private void follow(int start, int pos) {
      int top = 0;
      stack[top++] = start;
      while (top > 0) {
        int index = stack[--top];
        if (seenAt[index] == pos + 1) {
          continue;
        }
        seenAt[index] = pos + 1;
        Step step = steps.get(index);
        if (step.op == Op.TAKE) {
          alive[count++] = index;
        } else if (step.op == Op.MATCH) {
          matched = true;
        } else if (step.op == Op.SPLIT) {
          stack[top++] = step.other;
          stack[top++] = step.first;
        } else if (holds(step.op, pos)) {
          stack[top++] = step.first;
        }
      }
    }

    private boolean holds(Op condition, int pos) {
      return switch (condition) {
        case BEGIN -> pos == 0;
        case END -> pos == text.length;
        default -> (isWord(pos - 1) != isWord(pos)) == (condition == Op.WORD_BOUNDARY);
      };
    }

    private boolean isWord(int pos) {
      return pos >= 0 && pos < text.length && RegexClasses.WORD.test(text[pos]);
    }
  }
}
