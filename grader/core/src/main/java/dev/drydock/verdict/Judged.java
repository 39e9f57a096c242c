package dev.drydock.verdict;

import dev.drydock.check.Check;
import dev.drydock.check.Outcome;
import dev.drydock.exercise.CheckRule;

/**
 * A check, the rule it was judged by, and what it came to.
 *
 * @param rule the exercise's, or advice where it has none
 */
public record Judged(Check check, CheckRule rule, Outcome outcome) {

  public boolean failed() {
    return outcome instanceof Outcome.Failed;
  }

  public boolean errored() {
    return outcome instanceof Outcome.Errored;
  }
}
