package dev.drydock.exercise;

import dev.drydock.exercise.settings.CheckSettings;

/**
 * What one exercise asks of one check.
 *
 * @param id of the check: {@code I01}
 * @param points 0 for advice
 * @param required whether the exercise is passed only with it
 * @param settings the check's own, {@link CheckSettings#NONE} where nothing is set
 */
public record CheckRule(String id, double points, boolean required, CheckSettings settings) {

  /** The rule of a check the exercise says nothing about: advice, with no limit of its own. */
  public static CheckRule advice(String id) {
    return new CheckRule(id, 0, false, CheckSettings.NONE);
  }

  /** Whether anything hangs on it; the others are advice. */
  public boolean graded() {
    return required || points > 0;
  }
}
