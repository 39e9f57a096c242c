package dev.drydock.check.run;

import dev.drydock.check.Shown;
import dev.drydock.engine.evidence.RunEvidence;
import dev.drydock.engine.evidence.RunEvidence.ListeningSocket;
import java.util.List;

/** What a listening socket's address means to clients outside the container. */
final class ListeningAddress {

  /** The engine's own name server, on every user-defined network. */
  private static final String ENGINE_RESOLVER = "127.0.0.11";

  private ListeningAddress() {}

  /** What the container's own programs listen on. */
  static List<ListeningSocket> of(RunEvidence run) {
    return run.sockets().stream()
        .filter(socket -> !socket.address().equals(ENGINE_RESOLVER))
        .toList();
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
  private static String shown(ListeningSocket socket) {
    String address = socket.address();
    return (address.contains(":") ? "[" + address + "]" : address) + ":" + socket.port();
  }

  /** The first few of them. */
  static String shown(List<ListeningSocket> sockets) {
    return sockets.isEmpty()
        ? "nothing listens"
        : Shown.list(sockets.stream().map(ListeningAddress::shown).distinct().toList(), 4);
  }
}
