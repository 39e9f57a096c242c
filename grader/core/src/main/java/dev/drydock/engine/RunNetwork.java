package dev.drydock.engine;

import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Network;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * The network that the containers of one run are in: a bridge whose packets are not translated on
 * the way out. Published ports answer, connections to the outside time out; an internal network
 * could not publish ports.
 *
 * @param host the engine that has it
 * @param gateway address of the engine's host in it
 * @param here whether the engine's host is this machine
 * @param forwarded whether the engine is in a virtual machine that forwards its host's name to
 *     loopback here
 */
record RunNetwork(String name, EngineHost host, String gateway, boolean here, boolean forwarded) {

  /** Name under which containers reach this machine's fixture server. */
  static final String FIXTURE = "fixture";

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
    String gateway = gateway(engine, name);
    boolean loopback = engine.host().portsAddress().equals(EngineHost.LOOPBACK);
    boolean here = loopback && isOfThisMachine(gateway);
    boolean forwarded = loopback && !here && forwards(engine);
    return new RunNetwork(name, engine.host(), gateway, here, forwarded);
  }

  /** Whether nothing lies between the network and this machine that could keep them apart. */
  boolean isNear() {
    return here || forwarded;
  }

  /**
   * Address of this machine for a fixture server that containers can reach.
   *
   * @throws InfrastructureException when they can reach none
   */
  String fixtureAddress() {
    if (!isNear()) {
      throw new InfrastructureException(
          "the program has to fetch a page from this machine, which containers of the engine at "
              + host
              + " cannot reach: grade it with an engine on this machine");
    }
    return here ? gateway : EngineHost.LOOPBACK;
  }

  /** What {@link #FIXTURE} stands for in a container. */
  String fixtureTarget() {
    return here ? gateway : "host-gateway";
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

  /** Engines on other systems than Linux are all in such a machine. */
  private static boolean forwards(Engine engine) {
    if (!Files.isDirectory(Path.of("/proc/1"))) {
      return true;
    }
    Info info = engine.client().infoCmd().exec();
    return String.valueOf(info.getOperatingSystem()).contains("Docker Desktop");
  }
}
