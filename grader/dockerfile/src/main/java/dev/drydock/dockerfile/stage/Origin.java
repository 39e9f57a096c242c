package dev.drydock.dockerfile.stage;

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
   * @param onlyWhenBuilt nothing is wrong as long as nobody needs the stage
   */
  record Invalid(String text, String reason, boolean onlyWhenBuilt) implements Origin {

    public static Invalid always(String text, String reason) {
      return new Invalid(text, reason, false);
    }
  }
}
