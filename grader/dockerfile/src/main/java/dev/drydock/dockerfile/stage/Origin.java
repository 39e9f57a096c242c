package dev.drydock.dockerfile.stage;

/** What a FROM, a {@code COPY --from} or a mount refers to. */
public sealed interface Origin {

  /**
   * An earlier stage of the same file.
   *
   * @param stage that stage
   */
  record OfStage(Stage stage) implements Origin {
    @Override
    public String toString() {
      return stage.toString();
    }
  }

  /**
   * An image from outside the file.
   *
   * @param image its name, variables substituted
   */
  record OfImage(ImageReference image) implements Origin {}

  /** Nothing: {@code FROM scratch}. */
  record Scratch() implements Origin {}

  /**
   * Something the builder refuses.
   *
   * @param text what is written, variables substituted
   * @param reason a clause without a full stop
   * @param onlyWhenBuilt whether the builder complains only when the stage is needed
   */
  record Invalid(String text, String reason, boolean onlyWhenBuilt) implements Origin {

    /**
     * Describe something the builder refuses whether or not the stage is needed.
     *
     * @param text what is written, variables substituted
     * @param reason a clause without a full stop
     * @return the origin
     */
    public static Invalid always(String text, String reason) {
      return new Invalid(text, reason, false);
    }
  }
}
