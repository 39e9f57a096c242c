package dev.drydock.batch;

import java.util.ArrayList;
import java.util.List;

/** Whether a batch has been asked to stop, and whom to notify. */
final class Stop {

  private final List<Runnable> listeners = new ArrayList<>();
  private boolean asked;

  void now() {
    List<Runnable> told;
    synchronized (this) {
      if (asked) {
        return;
      }
      asked = true;
      told = List.copyOf(listeners);
    }
    told.forEach(Runnable::run);
  }

  synchronized boolean isAsked() {
    return asked;
  }

  /** Call back when a stop is requested, at once if it already was. */
  void whenAsked(Runnable listener) {
    synchronized (this) {
      if (!asked) {
        listeners.add(listener);
        return;
      }
    }
    listener.run();
  }
}
