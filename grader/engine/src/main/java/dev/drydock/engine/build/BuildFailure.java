package dev.drydock.engine.build;

import java.util.List;
import java.util.Locale;

/** Tells whose failure a failed build is, from the builder's own words, never from a step's. */
public final class BuildFailure {

  private static final List<String> OURS =
      List.of(
          "cannot connect to the docker daemon",
          "is the docker daemon running",
          "no space left on device",
          "error reading from server: eof",
          "transport is closing",
          "connection reset by peer",
          "connection refused",
          "tls handshake timeout",
          "client sent an http request to an https server",
          "failed programming external connectivity",
          "error setting rlimit",
          "using mount program",
          "request canceled while waiting for connection",
          "failed to authorize",
          "toomanyrequests",
          "too many requests",
          "failed to do request",
          "server misbehaving",
          "no such host",
          "temporary failure in name resolution",
          "dial tcp",
          "i/o timeout");

  private BuildFailure() {}

  /** Whether the builder's error is about the engine, the network or the disk. */
  public static boolean isOurs(String error) {
    String words = error.toLowerCase(Locale.ROOT);
    return OURS.stream().anyMatch(words::contains);
  }
}
