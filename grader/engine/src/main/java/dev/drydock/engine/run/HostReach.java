package dev.drydock.engine.run;

import com.github.dockerjava.api.exception.DockerException;
import dev.drydock.engine.EngineSession;
import dev.drydock.engine.RunNetwork;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.InfrastructureException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a container of this run reaches the engine's machine: proved by trying. A container on
 * the run's network asks every address of this machine, on a port where the grader listens.
 *
 * @param words what was seen, or why nothing was
 */
public record HostReach(State state, String words) {

  /** What the trial showed. */
  public enum State {
    /** Nothing was reached. */
    KEPT,
    /** The machine was reached. */
    OPEN,
    /** It could not be tried. */
    UNPROVEN
  }

  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final int MOST_ADDRESSES = 24;

  /** Printed where the program that asks works: a port of its own that nothing listens on. */
  private static final String CLIENT_WORKS = "refused";

  private static final String END = "end";

  /** Try it; never throws for what it finds. Takes about two seconds. */
  public static HostReach of(EngineSession session) {
    RunNetwork network = session.network();
    if (!network.here()) {
      return new HostReach(
          State.UNPROVEN,
          "whether containers reach the engine's machine cannot be tried from here: "
              + network.open());
    }
    try {
      return tried(session, addresses(network));
    } catch (InfrastructureException | DockerException | SocketException e) {
      return new HostReach(
          State.UNPROVEN,
          "whether containers reach this machine could not be tried: " + Engine.firstLine(e));
    }
  }

  private static HostReach tried(EngineSession session, Set<String> addresses) {
    try (ListeningPort port = ListeningPort.open();
        HelperContainer helper =
            HelperContainer.start(
                session, script(addresses, port), place -> session.network().join(place))) {
      helper.awaitEnd(LIMIT);
      List<String> said = helper.output();
      Set<String> reached = port.reached();
      if (!reached.isEmpty()) {
        String open = session.network().open();
        return new HostReach(
            State.OPEN,
            "containers reach this machine at "
                + String.join(", ", reached)
                + (open.isEmpty() ? "" : ": " + open));
      }
      boolean asked = said.contains(END) && said.stream().anyMatch(l -> l.contains(CLIENT_WORKS));
      return asked
          ? new HostReach(
              State.KEPT,
              "containers reach none of this machine's " + addresses.size() + " addresses")
          : new HostReach(
              State.UNPROVEN,
              "whether containers reach this machine could not be tried: the helper image has no"
                  + " program that connects");
    }
  }

  /** All at once, as each that is shut takes a second. */
  private static String script(Set<String> addresses, ListeningPort port) {
    return addresses.stream()
        .map(one -> "echo " + port.word() + " | nc -w 1 " + one + " " + port.number() + " &\n")
        .collect(Collectors.joining("", "nc -w 1 127.0.0.1 1 </dev/null\n", "wait\necho " + END));
  }

  private static Set<String> addresses(RunNetwork network) throws SocketException {
    Set<String> addresses = new LinkedHashSet<>();
    addresses.add(network.gateway());
    NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
        .map(InetAddress::getHostAddress)
        .map(address -> address.replaceFirst("%.*", ""))
        .limit(MOST_ADDRESSES)
        .forEach(addresses::add);
    return addresses;
  }
}
