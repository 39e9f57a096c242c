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

  /** What the exercise asks, for the requirement's sentence. */
  default Asked asked(ImageSpec image, CheckRule rule) {
    return Asked.PLAIN;
  }

  /** Why it has nothing to say about such an image under such a rule, whatever is measured. */
  default Optional<Reason> exempt(ImageSpec image, CheckRule rule) {
    return Optional.empty();
  }

  /** What an exercise's page says of what is set, a few words each: {@code at most 8 MB}. */
  default List<Asked> limits(CheckRule rule) {
    return List.of();
  }

  /** Sizes above the limit that still earn some of the points, smallest first. */
  default List<Band> bands(CheckRule rule) {
    return List.of();
  }

  /**
   * Whether it measures a size that depends on the version of a base image: a reference has to keep
   * a distance from the limit then.
   */
  default boolean variesWithBase() {
    return false;
  }

  /** Judge evidence that is known to hold what {@link #need} asks for. */
  Outcome judge(CheckInput input);

  /** Page of the workbook, relative to the site's root. */
  default String link() {
    return "checks/" + id() + ".html";
  }
}
