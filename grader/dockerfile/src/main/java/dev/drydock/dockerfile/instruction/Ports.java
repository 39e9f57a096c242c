package dev.drydock.dockerfile.instruction;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A port or a range of ports of an EXPOSE.
 *
 * @param first lowest port
 * @param last highest port; the same as {@code first} for a single one
 * @param protocol {@code tcp}, {@code udp} or {@code sctp}
 */
public record Ports(int first, int last, String protocol) {

  private static final List<String> PROTOCOLS = List.of("tcp", "udp", "sctp");
  private static final int MAX = 65_535;
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})){3}"
              + "|\\[?[0-9A-Fa-f:]{2,39}]?");

  /**
   * Parse one word of an EXPOSE, such as {@code 80}, {@code 53/udp} or {@code 8000-8010}.
   *
   * @param text the word, variables substituted
   * @return the ports; empty where the builder refuses the word
   */
  public static Optional<Ports> parse(String text) {
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
    Ports ports = new Ports(first, last, protocol);
    return ports.mayBeMapped(text.substring(0, text.length() - port.length()))
        ? Optional.of(ports)
        : Optional.empty();
  }

  /** The builder lets a valid {@code address:port:} before the port through, and so does this. */
  private boolean mayBeMapped(String prefix) {
    if (prefix.isEmpty()) {
      return true;
    }
    String rest = prefix.substring(0, prefix.length() - 1);
    String host = rest.substring(rest.lastIndexOf(':') + 1);
    String address = rest.substring(0, Math.max(0, rest.length() - host.length() - 1));
    boolean known = address.isEmpty() || ADDRESS.matcher(address).matches();
    if (host.isEmpty()) {
      return known;
    }
    int dash = host.indexOf('-');
    int from = number(dash < 0 ? host : host.substring(0, dash));
    int to = dash < 0 ? from : number(host.substring(dash + 1));
    boolean sameLength = to - from == last - first || first == last;
    return known && from >= 0 && to >= from && sameLength;
  }

  /**
   * Tell whether a port lies in the range.
   *
   * @param port a port number
   * @return whether it is exposed, whatever the protocol
   */
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
