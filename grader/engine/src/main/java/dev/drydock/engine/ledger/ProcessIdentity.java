package dev.drydock.engine.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * A process, distinguished from a later one with the same id by its start time.
 *
 * @param start epoch milliseconds, 0 where the system does not say
 */
record ProcessIdentity(long pid, long start) {

  static ProcessIdentity ofThis() {
    return of(ProcessHandle.current());
  }

  static Optional<ProcessIdentity> of(long pid) {
    return ProcessHandle.of(pid).map(ProcessIdentity::of);
  }

  static Optional<ProcessIdentity> parse(String text) {
    String[] parts = text.strip().split(" ", -1);
    try {
      return parts.length == 2
          ? Optional.of(new ProcessIdentity(Long.parseLong(parts[0]), Long.parseLong(parts[1])))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  String text() {
    return pid + " " + start;
  }

  /** The process, if it is still the same one. */
  Optional<ProcessHandle> alive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> of(handle).start() == start);
  }

  private static ProcessIdentity of(ProcessHandle handle) {
    long start = handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return new ProcessIdentity(handle.pid(), start);
  }
}
