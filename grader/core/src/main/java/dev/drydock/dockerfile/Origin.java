package dev.drydock.dockerfile;

import dev.drydock.ImageReference;

/** What a FROM, a {@code COPY --from} or a mount starts from. */
public sealed interface Origin {

  /** A stage of the same file, before this one. */
  record OfStage(Stage stage) implements Origin {
    @Override
    public String toString() {
      return stage.toString();
    }
  }

  /** An image from outside. */
  record OfImage(ImageReference image) implements Origin {}

  /** Nothing at all. */
  record Scratch() implements Origin {}

  /**
   * What the builder refuses.
   *
   * @param text after substitution
   * @param reason a sentence without full stop
   */
  record Invalid(String text, String reason) implements Origin {}
}
