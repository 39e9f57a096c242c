package dev.drydock.engine;

import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Network;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.EngineHost;
import dev.drydock.engine.host.InfrastructureException;
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
 *
 * @param here whether the engine runs on this machine
 */
public record RunNetwork(String name, boolean here) {

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
    boolean loopback = engine.host().portsAddress().equals(EngineHost.LOOPBACK);
    return new RunNetwork(name, loopback && isOfThisMachine(engine, name));
  }

  /** Attach a container to it. */
  public HostConfig join(HostConfig container) {
    return container
        .withNetworkMode(name)
        // a program that looks for updates on start is refused at once instead of waiting for
        // packets
        .withDns(EngineHost.LOOPBACK);
  }

  /**
   * Whether this machine has its bridge. The address alone says nothing: every engine takes the
   * same ones first.
   */
  private static boolean isOfThisMachine(Engine engine, String network) {
    Network found = engine.client().inspectNetworkCmd().withNetworkId(network).exec();
    String gateway =
        found.getIpam().getConfig().stream()
            .map(Network.Ipam.Config::getGateway)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow(
                () -> new InfrastructureException("the network " + network + " has no gateway"));
    String bridge = "br-" + found.getId().substring(0, Math.min(BRIDGE_ID, found.getId().length()));
    try {
      NetworkInterface here = NetworkInterface.getByInetAddress(InetAddress.getByName(gateway));
      return here != null && here.getName().equals(bridge);
    } catch (SocketException | UnknownHostException e) {
      return false;
    }
  }
}
