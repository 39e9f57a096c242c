package dev.drydock.engine.host;

/** Receives progress as it happens. Called from several threads. */
public interface Progress {

  Progress NONE = (phase, detail) -> {};

  /**
   * @param phase one word: {@code build}, {@code read}, {@code run}, {@code stop}, {@code rebuild}
   * @param detail the current step, safe to show
   */
  void at(String phase, String detail);
}
