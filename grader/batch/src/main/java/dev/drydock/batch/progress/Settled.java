package dev.drydock.batch.progress;

/** How an entry got its result. */
public enum Settled {
  /** Built and run. */
  GRADED("graded"),
  /** An identical submission was graded. */
  SHARED("same as another"),
  /** Judged from stored evidence. */
  JUDGED("judged again"),
  /** Nothing has changed since its last grade. */
  UNCHANGED("unchanged");

  private final String words;

  Settled(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
