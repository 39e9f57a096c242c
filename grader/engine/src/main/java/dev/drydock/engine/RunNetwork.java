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
    return new RunNetwork(name, loopback && isOfThisMachine(gateway(engine, name)));
  }

  /** Attach a container to it. */
  public HostConfig join(HostConfig container) {
    return container
        .withNetworkMode(name)
        // a program that looks for updates on start is refused at once instead of waiting for
        // packets
        .withDns(EngineHost.LOOPBACK);
  }

  private static String gateway(Engine engine, String network) {
    Network found = engine.client().inspectNetworkCmd().withNetworkId(network).exec();
    return found.getIpam().getConfig().stream()
        .map(Network.Ipam.Config::getGateway)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(
            () -> new InfrastructureException("the network " + network + " has no gateway"));
  }

  private static boolean isOfThisMachine(String address) {
    try {
      return NetworkInterface.getByInetAddress(InetAddress.getByName(address)) != null;
    } catch (SocketException | UnknownHostException e) {
      return false;
    }
  }
}
