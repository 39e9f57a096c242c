package dev.drydock.check;

import dev.drydock.exercise.CheckDeclaration;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.exercise.settings.SettingsForm;
import java.util.List;
import java.util.Optional;

/** One check of the catalogue. Implementations are pure: no file, no engine, no clock. */
public interface Check extends CheckDeclaration {

  /** Stable: {@code size.max}. */
  String name();

  Need need();

  @Override
  default SettingsForm<?> settings() {
    return SettingsForm.NONE;
  }

  @Override
  default boolean readsRebuilds() {
    return need() == Need.REBUILD;
  }

  /** What the exercise asks for, for the requirement's sentence. */
  default Asked asked(ImageSpec image, CheckRule rule) {
    return Asked.PLAIN;
  }

  /** Why it does not apply to such an image under such a rule, whatever is measured. */
  default Optional<Reason> exempt(ImageSpec image, CheckRule rule) {
    return Optional.empty();
  }

  /** The settings as an exercise's page shows them, a few words each: {@code at most 8 MB}. */
  default List<Asked> limits(CheckRule rule) {
    return List.of();
  }

  /** Sizes above the limit that still earn some of the points, smallest first. */
  default List<Band> bands(CheckRule rule) {
    return List.of();
  }

  /**
   * Whether it measures a size that depends on a base image's version: then a reference must keep a
   * margin below the limit.
   */
  default boolean variesWithBase() {
    return false;
  }

  /** Judge evidence that holds what {@link #need} asks for. */
  Outcome judge(CheckInput input);

  /** Page of the workbook, relative to the site's root. */
  default String link() {
    return "checks/" + id() + ".html";
  }
}
