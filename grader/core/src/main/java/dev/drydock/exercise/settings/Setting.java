package dev.drydock.exercise.settings;

/**
 * One setting of a check.
 *
 * @param name its key in {@code exercise.yaml}
 * @param needed whether it must be there where the check is asked for
 */
public record Setting(String name, boolean needed, SettingSchema schema) {

  public static Setting needed(String name, SettingSchema schema) {
    return new Setting(name, true, schema);
  }

  public static Setting optional(String name, SettingSchema schema) {
    return new Setting(name, false, schema);
  }
}
