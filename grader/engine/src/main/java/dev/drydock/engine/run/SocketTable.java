package dev.drydock.engine.run;

import dev.drydock.engine.evidence.RunEvidence.ListeningSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The listening TCP sockets of a container's network namespace, from {@code /proc/<pid>/net/tcp}
 * and {@code tcp6}; state {@code 0A} is LISTEN, addresses are words in the machine's byte order.
 */
final class SocketTable {

  private static final String LISTEN = "0A";

  private SocketTable() {}

  /**
   * Read them where the engine's processes are this machine's.
   *
   * @param pid of the container's first process on the engine's host
   * @param containerId makes sure the process is that container's, not another of this machine with
   *     the same id
   */
  static Optional<List<ListeningSocket>> of(long pid, String containerId) {
    Path process = Path.of("/proc", Long.toString(pid));
    if (!belongsTo(process, containerId)) {
      return Optional.empty();
    }
    try {
      List<ListeningSocket> sockets = new ArrayList<>();
      for (String table : List.of("net/tcp", "net/tcp6")) {
        Path file = process.resolve(table);
        if (Files.isReadable(file)) {
          sockets.addAll(parse(Files.readAllLines(file)));
        }
      }
      return Optional.of(sockets);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** From one or more tables, each with its header. */
  static List<ListeningSocket> parse(List<String> table) {
    return table.stream()
        .map(line -> line.strip().split("\\s+"))
        .filter(columns -> columns.length > 3 && columns[3].equals(LISTEN))
        .map(columns -> socket(columns[1]))
        .toList();
  }

  private static ListeningSocket socket(String local) {
    String[] parts = local.split(":", 2);
    byte[] address = HexFormat.of().parseHex(parts[0].toLowerCase(Locale.ROOT));
    for (int word = 0; word < address.length; word += 4) {
      swap(address, word, word + 3);
      swap(address, word + 1, word + 2);
    }
    return new ListeningSocket(text(address), Integer.parseInt(parts[1], 16));
  }

  private static String text(byte[] address) {
    try {
      InetAddress inet = InetAddress.getByAddress(address);
      return inet.isAnyLocalAddress() && address.length == 16 ? "::" : inet.getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address of 4 or 16 bytes", e);
    }
  }

  private static void swap(byte[] bytes, int a, int b) {
    byte kept = bytes[a];
    bytes[a] = bytes[b];
    bytes[b] = kept;
  }

  private static boolean belongsTo(Path process, String containerId) {
    try {
      return Files.readString(process.resolve("cgroup")).contains(containerId);
    } catch (IOException e) {
      return false;
    }
  }
}
