package dev.drydock.submission.choice;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Hosts that no build may ask, by how they are written: the grader's machine, its neighbours, and
 * what a cloud answers to its machines alone. A public name that leads to one of them is not seen
 * here.
 */
final class NearbyHosts {

  private record Range(byte[] network, int bits) {

    static Range of(String written) {
      String[] parts = written.split("/", 2);
      return new Range(bytes(parts[0]), Integer.parseInt(parts[1]));
    }

    boolean holds(byte[] address) {
      if (address.length != network.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  /** What the registry of special-purpose addresses does not call global, and one cloud's own. */
  private static final List<Range> RANGES =
      List.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "168.63.129.16/32",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/3",
              "::/96",
              "64:ff9b:1::/48",
              "100::/64",
              "2001:db8::/32",
              "3fff::/20",
              "5f00::/16",
              "fc00::/7",
              "fe80::/9",
              "ff00::/8")
          .stream()
          .map(Range::of)
          .toList();

  private static final Set<String> NAMES = Set.of("metadata", "metadata.google.internal");

  /** Top-level domains that lead nowhere but to the asker's own surroundings. */
  private static final Pattern LOCAL_NAME =
      Pattern.compile(
          "(.*\\.)?(localhost|localdomain|internal|local|lan|home|corp|intranet|home\\.arpa)");

  private static final Pattern NUMBER = Pattern.compile("0x[0-9a-f]*|[0-9]+");
  private static final Pattern IP_V6 = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");

  private NearbyHosts() {}

  /**
   * Tell whether a host is out of bounds.
   *
   * @param host in lower case, without brackets
   */
  static boolean holds(String host) {
    String name = host.replaceFirst("\\.+$", "");
    int zone = name.indexOf('%');
    String address = zone < 0 ? name : name.substring(0, zone);
    if (IP_V6.matcher(address).matches()) {
      // what is no address leads nowhere
      return v6(address).map(NearbyHosts::isNear).orElse(true);
    }
    List<String> parts = List.of(name.split("\\.", -1));
    if (parts.stream().allMatch(part -> NUMBER.matcher(part).matches())) {
      return v4(parts).map(NearbyHosts::isNear).orElse(true);
    }
    // a name of one part is looked up among the machine's own neighbours
    return parts.size() == 1 || NAMES.contains(name) || LOCAL_NAME.matcher(name).matches();
  }

  private static boolean isNear(byte[] address) {
    return RANGES.stream().anyMatch(range -> range.holds(address))
        || embedded(address).filter(NearbyHosts::isNear).isPresent();
  }

  /** The address of version 4 that one of version 6 stands for: NAT64, 6to4 and the like. */
  private static Optional<byte[]> embedded(byte[] address) {
    if (address.length != 16) {
      return Optional.empty();
    }
    if (Range.of("64:ff9b::/96").holds(address)) {
      return Optional.of(new byte[] {address[12], address[13], address[14], address[15]});
    }
    if (Range.of("2002::/16").holds(address)) {
      return Optional.of(new byte[] {address[2], address[3], address[4], address[5]});
    }
    if (Range.of("2001::/32").holds(address)) {
      return Optional.of(
          new byte[] {
            (byte) ~address[12], (byte) ~address[13], (byte) ~address[14], (byte) ~address[15]
          });
    }
    return Optional.empty();
  }

  /**
   * One to four numbers, each decimal, octal or hexadecimal, the last filling what is left: what C
   * libraries and Git's client take for an address. A builder in Go asks the resolver for such a
   * name, which may be the C library's.
   */
  private static Optional<byte[]> v4(List<String> parts) {
    if (parts.size() > 4) {
      return Optional.empty();
    }
    byte[] address = new byte[4];
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      int room = last ? 4 - i : 1;
      Optional<Long> number = number(parts.get(i));
      if (number.isEmpty() || number.get() >= 1L << 8 * room) {
        return Optional.empty();
      }
      for (int j = 0; j < room; j++) {
        address[i + j] = (byte) (number.get() >> 8 * (room - 1 - j));
      }
    }
    return Optional.of(address);
  }

  private static Optional<Long> number(String part) {
    try {
      if (part.startsWith("0x")) {
        return Optional.of(part.length() == 2 ? 0L : Long.parseLong(part.substring(2), 16));
      }
      return Optional.of(Long.parseLong(part, part.length() > 1 && part.startsWith("0") ? 8 : 10));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> v6(String address) {
    try {
      // with a colon in it, never looked up; one that stands for version 4 comes back as that
      return Optional.of(InetAddress.getByName("[" + address + "]").getAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(String address) {
    try {
      return InetAddress.getByName(address).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(address, e);
    }
  }
}
