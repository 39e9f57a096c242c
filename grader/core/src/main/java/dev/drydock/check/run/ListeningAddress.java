package dev.drydock.check.run;

import dev.drydock.evidence.RunEvidence.ListeningSocket;

/** What the address of a listening socket means to someone outside the container. */
final class ListeningAddress {

  /** The engine's own name server, on every network of the user's. */
  private static final String ENGINE_RESOLVER = "127.0.0.11";

  private ListeningAddress() {}

  static boolean isTheEngines(ListeningSocket socket) {
    return socket.address().equals(ENGINE_RESOLVER);
  }

  static boolean isEverywhere(ListeningSocket socket) {
    return switch (socket.address()) {
      case "0.0.0.0", "::", "*", "::ffff:0.0.0.0" -> true;
      default -> false;
    };
  }

  static boolean isLoopback(ListeningSocket socket) {
    String address = socket.address();
    return address.startsWith("127.") || address.equals("::1") || address.startsWith("::ffff:127.");
  }

  /** {@code 127.0.0.1:3000}, {@code [::]:8080}. */
  static String shown(ListeningSocket socket) {
    String address = socket.address();
    return (address.contains(":") ? "[" + address + "]" : address) + ":" + socket.port();
  }
}
