package dev.drydock.dockerfile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Ports of an EXPOSE.
 *
 * @param first lowest of the range
 * @param last highest of it, the same for a single port
 * @param protocol tcp, udp or sctp
 */
public record Ports(int first, int last, String protocol) {

  private static final List<String> PROTOCOLS = List.of("tcp", "udp", "sctp");
  private static final int MAX = 65_535;

  /** Read one resolved word, such as {@code 80}, {@code 53/udp}, {@code 8000-8010}. */
  public static Optional<Ports> parse(String text) {
    // Like the builder: an address and a host port before the port are let through.
    String port = text.substring(text.lastIndexOf(':') + 1);
    int slash = port.indexOf('/');
    String written = slash < 0 ? "" : port.substring(slash + 1).toLowerCase(Locale.ROOT);
    String protocol = written.isEmpty() ? "tcp" : written;
    String range = slash < 0 ? port : port.substring(0, slash);
    int dash = range.indexOf('-');
    int first = number(dash < 0 ? range : range.substring(0, dash));
    int last = dash < 0 ? first : number(range.substring(dash + 1));
    if (first < 0 || last < first || !PROTOCOLS.contains(protocol)) {
      return Optional.empty();
    }
    return Optional.of(new Ports(first, last, protocol));
  }

  public boolean contains(int port) {
    return first <= port && port <= last;
  }

  private static int number(String text) {
    if (!text.matches("\\+?[0-9]{1,9}")) {
      return -1;
    }
    int number = Integer.parseInt(text);
    return number > MAX ? -1 : number;
  }

  @Override
  public String toString() {
    return (first == last ? "" + first : first + "-" + last) + "/" + protocol;
  }
}
