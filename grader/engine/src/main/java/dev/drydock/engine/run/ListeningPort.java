package dev.drydock.engine.run;

import dev.drydock.engine.host.InfrastructureException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port of this machine, at all its addresses, that notes at which of them somebody who knows a
 * word was there. Nothing is sent to anybody.
 */
final class ListeningPort implements HostReach.Target {

  private static final int READ_MILLIS = 2_000;

  private final ServerSocket socket;
  private final String word;
  private final Set<String> reached = new ConcurrentSkipListSet<>();

  private ListeningPort(ServerSocket socket, String word) {
    this.socket = socket;
    this.word = word;
  }

  static ListeningPort open() {
    try {
      ListeningPort port = new ListeningPort(new ServerSocket(0), newWord());
      inBackground(port::listen);
      return port;
    } catch (IOException e) {
      throw new InfrastructureException("cannot listen on a port: " + e.getMessage(), e);
    }
  }

  /** One that nobody guesses. */
  static String newWord() {
    byte[] random = new byte[16];
    ThreadLocalRandom.current().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  @Override
  public Set<String> addresses() {
    return HostReach.ofThisMachine();
  }

  @Override
  public int number() {
    return socket.getLocalPort();
  }

  @Override
  public String word() {
    return word;
  }

  @Override
  public Set<String> reached() {
    return new TreeSet<>(reached);
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        // nobody who says nothing keeps others waiting
        inBackground(() -> hear(connection));
      } catch (IOException e) {
        // closed
      }
    }
  }

  private void hear(Socket connection) {
    try (connection) {
      connection.setSoTimeout(READ_MILLIS);
      byte[] said = connection.getInputStream().readNBytes(word.length());
      if (new String(said, StandardCharsets.US_ASCII).equals(word)) {
        reached.add(connection.getLocalAddress().getHostAddress());
      }
    } catch (IOException e) {
      // somebody who said nothing
    }
  }

  private static void inBackground(Runnable task) {
    Thread thread = new Thread(task, "trial");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new InfrastructureException("cannot close a port: " + e.getMessage(), e);
    }
  }
}
