package dev.drydock.exercise.settings;

/** What an exercise sets for one check besides its points: a record of the check's own. */
public interface CheckSettings {

  /** Nothing is set; what holds then is the check's to say. */
  CheckSettings NONE = new None();

  /** Of a check that has no settings, and of a rule that sets none. */
  record None() implements CheckSettings {}
}
