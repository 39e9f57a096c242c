package dev.drydock.engine;

import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Network;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.EngineHost;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.engine.ledger.BridgeRules;
import dev.drydock.engine.ledger.GraderRun;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Objects;

/**
 * The network of one run's containers: a bridge without masquerading of outgoing packets. Published
 * ports answer, connections to the outside time out; an internal network could not publish ports.
 * Where the grader may, it also lets nothing through to this machine, whose addresses every bridge
 * reaches.
 *
 * @param here whether the engine runs on this machine
 * @param bridge name of its interface on the engine's machine
 * @param open why what is begun on it can reach the engine's machine; empty where a rule forbids it
 */
public record RunNetwork(String name, String bridge, boolean here, String open) {

  /** So many digits of its id are in the name of its bridge. */
  private static final int BRIDGE_ID = 12;

  static RunNetwork make(Engine engine, GraderRun run) {
    String name = run.uniqueName("net");
    engine
        .client()
        .createNetworkCmd()
        .withName(name)
        .withDriver("bridge")
        .withCheckDuplicate(true)
        .withLabels(run.labels())
        .withIpam(new Network.Ipam().withConfig())
        .withOptions(
            Map.of(
                "com.docker.network.bridge.enable_ip_masquerade", "false",
                "com.docker.network.bridge.enable_icc", "false",
                "com.docker.network.bridge.host_binding_ipv4", EngineHost.LOOPBACK))
        .exec();
    Network made = engine.client().inspectNetworkCmd().withNetworkId(name).exec();
    String bridge = bridge(made);
    boolean loopback = engine.host().portsAddress().equals(EngineHost.LOOPBACK);
    boolean here = loopback && isOfThisMachine(bridge, gateway(made));
    String open =
        here
            ? BridgeRules.ofThisMachine().shut(bridge, run).orElse("")
            : "the engine's networks are not this machine's";
    return new RunNetwork(name, bridge, here, open);
  }

  /** Attach a container to it. */
  public HostConfig join(HostConfig container) {
    return container
        .withNetworkMode(name)
        // a program that looks for updates on start is refused at once instead of waiting for
        // packets
        .withDns(EngineHost.LOOPBACK);
  }

  private static String gateway(Network network) {
    return network.getIpam().getConfig().stream()
        .map(Network.Ipam.Config::getGateway)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(
            () ->
                new InfrastructureException(
                    "the network " + network.getName() + " has no gateway"));
  }

  private static String bridge(Network network) {
    String id = network.getId();
    return "br-" + id.substring(0, Math.min(BRIDGE_ID, id.length()));
  }

  /**
   * Whether this machine has its bridge. The address alone says nothing: every engine takes the
   * same ones first.
   */
  private static boolean isOfThisMachine(String bridge, String gateway) {
    try {
      NetworkInterface here = NetworkInterface.getByInetAddress(InetAddress.getByName(gateway));
      return here != null && here.getName().equals(bridge);
    } catch (SocketException | UnknownHostException e) {
      return false;
    }
  }
}
