package dev.drydock.check;

import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import java.util.Optional;

/** One check of the catalogue. Implementations are pure: no file, no engine, no clock. */
public interface Check {

  /** Stable and never reused: {@code I01}. */
  String id();

  /** Stable: {@code size.max}. */
  String name();

  Need need();

  /** What the exercise asks, for the requirement's sentence. */
  default Asked asked(ImageSpec image, CheckRule rule) {
    return Asked.PLAIN;
  }

  /** Why it has nothing to say about such an image under such a rule, whatever is measured. */
  default Optional<Reason> exempt(ImageSpec image, CheckRule rule) {
    return Optional.empty();
  }

  /** Judge evidence that is known to hold what {@link #need} asks for. */
  Outcome judge(CheckInput input);

  /** Page of the workbook, relative to the site's root. */
  default String link() {
    return "checks/" + id() + ".html";
  }
}
