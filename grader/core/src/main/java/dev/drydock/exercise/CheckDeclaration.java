package dev.drydock.exercise;

import dev.drydock.exercise.settings.SettingsForm;

/** What an exercise has to know of a check to ask for it. */
public interface CheckDeclaration {

  /** Stable and never reused: {@code I01}. */
  String id();

  /** What it can be set to. */
  SettingsForm<?> settings();

  /** Whether it is about what is built again after a file of the image was touched. */
  boolean readsRebuilds();
}
