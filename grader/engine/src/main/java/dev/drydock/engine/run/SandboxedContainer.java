package dev.drydock.engine.run;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.drydock.engine.EngineSession;
import dev.drydock.engine.evidence.RunEvidence.ContainerProcess;
import dev.drydock.engine.host.DiskUse;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.EngineDisk;
import dev.drydock.engine.host.EngineHost;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.engine.host.Interference;
import dev.drydock.engine.host.TextTail;
import dev.drydock.engine.host.WorkInHand;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A container of a student's image, run as if it were hostile: no way out of its network, few
 * capabilities, no new privileges, limits on memory, processors and processes, a capped log.
 *
 * <p>Started through Testcontainers, but without its waiting: a container that ends at once is
 * evidence here, not an error.
 */
public final class SandboxedContainer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SandboxedContainer.class);

  private static final long MEMORY = 512L * 1024 * 1024;
  private static final long CPU_QUOTA = 100_000;
  private static final long MAX_PROCESSES = 256;
  private static final int CONNECT_MILLIS = 3_000;
  private static final Duration START_GRACE = Duration.ofSeconds(10);

  private final EngineSession session;
  private final GenericContainer<?> container;
  private final ContainerWatch watch;

  private SandboxedContainer(EngineSession session, GenericContainer<?> container, DiskUse use) {
    this.session = session;
    this.container = container;
    this.watch = ContainerWatch.begin(session, container.getContainerId(), use);
  }

  /**
   * How to run it.
   *
   * @param port to publish, null for none
   * @param hardened with a read-only root, without any capability, with a tmpfs on /tmp
   * @param beside the container whose network it joins, null for an interface of its own
   */
  public record Settings(
      String imageId,
      @Nullable Integer port,
      Map<String, String> env,
      List<String> arguments,
      boolean hardened,
      @Nullable String beside) {
    public Settings {
      env = Map.copyOf(env);
      arguments = List.copyOf(arguments);
    }

    /** Of a service. */
    static Settings service(String imageId, int port, Map<String, String> env, boolean hardened) {
      return new Settings(imageId, port, env, List.of(), hardened, null);
    }

    /** Of a command, in the network of another container where one is given. */
    public static Settings command(
        String imageId, Map<String, String> env, List<String> arguments, @Nullable String beside) {
      return new Settings(imageId, null, env, arguments, false, beside);
    }
  }

  /** Thrown when the engine refuses to start it: the message is the engine's. */
  public static final class StartRefused extends Exception {
    private static final long serialVersionUID = 1L;

    StartRefused(String message) {
      super(message);
    }
  }

  /**
   * Start one; once more, where the engine refuses it for a reason that may have passed.
   *
   * @throws StartRefused when it is the image that keeps it from starting
   * @throws InfrastructureException when something else does
   */
  public static SandboxedContainer start(EngineSession session, Settings settings)
      throws StartRefused {
    try {
      return startOnce(session, settings);
    } catch (StartRefused e) {
      return startOnce(session, settings);
    }
  }

  private static SandboxedContainer startOnce(EngineSession session, Settings settings)
      throws StartRefused {
    Container container =
        new Container(session.engine().client(), settings.imageId())
            .withImagePullPolicy(image -> false)
            .withLabels(session.run().labels())
            .withEnv(settings.env())
            .withStartupCheckStrategy(new AnyState())
            .withCreateContainerCmdModifier(command -> confine(command, session, settings));
    EngineDisk.hold(session.disk().shared());
    boolean started = false;
    try (WorkInHand.Begun begun = session.work().begin()) {
      DiskUse use = session.disk().begin(ContainerWatch.MOST);
      session.engine().pulse().await(() -> started(container), START_GRACE, Container::stop);
      SandboxedContainer running = new SandboxedContainer(session, container, use);
      started = true;
      return running;
    } catch (ContainerLaunchException e) {
      throw refusal(session, settings, e);
    } finally {
      if (!started) {
        session.disk().shared().unlock();
      }
    }
  }

  String id() {
    return container.getContainerId();
  }

  InspectContainerResponse inspect() {
    try {
      return client().inspectContainerCmd(id()).exec();
    } catch (NotFoundException e) {
      throw new Interference("the container was removed while it was looked at", e);
    }
  }

  boolean isRunning() {
    return Boolean.TRUE.equals(inspect().getState().getRunning());
  }

  /** Port of {@link #host} that leads to the container's, 0 when there is none (yet). */
  int mappedPort(int port) {
    Ports ports = inspect().getNetworkSettings().getPorts();
    Ports.Binding[] bindings =
        ports == null ? null : ports.getBindings().get(ExposedPort.tcp(port));
    return bindings == null || bindings.length == 0
        ? 0
        : Integer.parseInt(bindings[0].getHostPortSpec());
  }

  /** Address its published ports are reached at. */
  String host() {
    return session.engine().host().portsAddress();
  }

  /**
   * Make sure that it is the program that is silent.
   *
   * @throws InfrastructureException when its port cannot be reached, no matter what listens there
   */
  void requireReachable(int port) {
    int mapped = mappedPort(port);
    if (session.network().here() || mapped == 0) {
      return;
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host(), mapped), CONNECT_MILLIS);
    } catch (IOException e) {
      boolean refused = e instanceof ConnectException;
      // loopback goes through a proxy that accepts every connection; others go to the container
      if (!refused || host().equals(EngineHost.LOOPBACK)) {
        throw new InfrastructureException(unreachable(mapped, e), e);
      }
    }
  }

  private String unreachable(int mapped, IOException e) {
    return "ports that the engine at "
        + session.engine().host()
        + " publishes cannot be reached from this machine: "
        + host()
        + ":"
        + mapped
        + ": "
        + e.getMessage();
  }

  /**
   * Ask it to stop with the image's own signal; kill it after {@code limit}.
   *
   * @return how long it took to end
   */
  Duration stop(Duration limit) {
    long began = System.nanoTime();
    try {
      client().stopContainerCmd(id()).withTimeout((int) limit.toSeconds()).exec();
    } catch (NotModifiedException e) {
      return Duration.ZERO; // it had ended by itself
    }
    Duration waited = Duration.ofNanos(System.nanoTime() - began);
    return StopTime.of(this).orElse(waited);
  }

  /**
   * Wait until it ends; false if it does not in time.
   *
   * @throws InfrastructureException when the engine stood still meanwhile
   */
  boolean awaitEnd(Duration limit) {
    Patience patience = new Patience(limit);
    while (!patience.isOver()) {
      if (!patience.asking(this::isRunning)) {
        return true;
      }
      pause(50);
    }
    patience.requireSteadiness();
    return false;
  }

  /**
   * Make sure that nobody else killed it.
   *
   * @throws Interference when the engine was asked to kill it, and not by us
   */
  void requireUndisturbed() {
    if (watch.words().isEmpty() && KillRecord.has(this)) {
      throw new Interference("the container was killed by somebody else while it was looked at");
    }
  }

  /** The last lines of its output, both streams, safe to show. */
  List<String> logTail(int lines) {
    List<String> tail = new ArrayList<>(log(true, true, lines));
    watch.words().ifPresent(tail::add);
    return tail;
  }

  /** The last lines of its standard output, or of its standard error. */
  String output(boolean standardOutput, int lines) {
    return String.join("\n", log(standardOutput, !standardOutput, lines));
  }

  /** Half a log is none: what a program said may be judged. */
  private List<String> log(boolean standardOutput, boolean standardError, int lines) {
    TextTail tail = new TextTail(lines);
    try {
      ContainerLog log = new ContainerLog(client(), id());
      if (log.of(standardOutput, standardError).tail(lines).read(tail::append)) {
        return tail.lines();
      }
      throw new InfrastructureException("the engine does not hand over a container's log");
    } catch (NotFoundException e) {
      throw new Interference("the container was removed while it was looked at", e);
    } catch (IOException | DockerException e) {
      throw new InfrastructureException(
          "a container's log could not be read: " + Engine.firstLine(e), e);
    }
  }

  /** Its processes, empty when the engine cannot list them or shows different ids. */
  Optional<List<ContainerProcess>> processes() {
    return session.engine().remapsUsers() ? Optional.empty() : ProcessTable.of(this);
  }

  PidNamespaceHelper helper() {
    return new PidNamespaceHelper(session, id());
  }

  DockerClient client() {
    return session.engine().client();
  }

  /**
   * @throws InfrastructureException when it was killed because the disk is nearly full
   */
  void requireRoom() {
    watch.requireRoom();
  }

  /** By the thread that started it. */
  @Override
  public void close() {
    watch.close();
    try {
      remove(client(), id());
    } finally {
      session.disk().shared().unlock();
    }
  }

  /** What cannot be removed now is removed with the run. */
  private static void remove(DockerClient client, String id) {
    try {
      client.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
    } catch (NotFoundException e) {
      // gone already
    } catch (DockerException | InfrastructureException e) {
      LOG.debug("container {} stays until the end of the run", id, e);
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InfrastructureException("interrupted while waiting for a container", e);
    }
  }

  private static void confine(
      CreateContainerCmd command, EngineSession session, Settings settings) {
    HostConfig host = Objects.requireNonNull(command.getHostConfig());
    String beside = settings.beside();
    if (beside == null) {
      session.network().join(host);
    } else {
      host.withNetworkMode("container:" + beside);
    }
    host.withMemory(MEMORY)
        .withMemorySwap(MEMORY)
        .withCpuPeriod(100_000L)
        .withCpuQuota(CPU_QUOTA)
        .withPidsLimit(MAX_PROCESSES)
        .withSecurityOpts(List.of("no-new-privileges"))
        .withLogConfig(
            new LogConfig(
                LogConfig.LoggingType.JSON_FILE, Map.of("max-size", "2m", "max-file", "1")));
    if (settings.hardened()) {
      host.withCapDrop(Capability.ALL)
          .withReadonlyRootfs(true)
          .withTmpFs(Map.of("/tmp", "size=64m"));
    } else {
      host.withCapDrop(
          Capability.NET_RAW, Capability.MKNOD, Capability.AUDIT_WRITE, Capability.SETFCAP);
    }
    Integer port = settings.port();
    if (port != null) {
      command.withExposedPorts(ExposedPort.tcp(port));
      host.withPortBindings(
          new PortBinding(
              Ports.Binding.bindIp(session.engine().host().portsAddress()), ExposedPort.tcp(port)));
    }
    if (!settings.arguments().isEmpty()) {
      command.withCmd(settings.arguments());
    }
    command.withName(session.run().uniqueName("run"));
  }

  private static StartRefused refusal(
      EngineSession session, Settings settings, ContainerLaunchException e) {
    Throwable cause = e;
    while (cause.getCause() != null && !(cause instanceof DockerException)) {
      cause = cause.getCause();
    }
    String words = TextTail.clean(String.valueOf(cause.getMessage()));
    StartProbe probe =
        new StartProbe(session, settings.imageId(), command -> confine(command, session, settings));
    if (!probe.isTheImages(cause)) {
      throw new InfrastructureException("the container could not be started: " + words, e);
    }
    return new StartRefused(TextTail.clean(message(words.replaceFirst("^Status \\d+: ", ""))));
  }

  /** The engine answers in JSON, where its quotes are escaped. */
  private static String message(String answer) {
    try {
      return JsonMapper.shared().readTree(answer).path("message").asString(answer);
    } catch (JacksonException e) {
      return answer;
    }
  }

  private static Container started(Container container) {
    container.start();
    return container;
  }

  /** One of Testcontainers', which talks to the engine through our client. */
  private static final class Container extends GenericContainer<Container> {

    Container(DockerClient client, String imageId) {
      super(CompletableFuture.completedFuture(imageId));
      dockerClient = client;
    }

    /**
     * Testcontainers logs them when it cannot start one, and waits for their end without a bound.
     */
    @Override
    public String getLogs() {
      return "";
    }

    @Override
    public void stop() {
      // Testcontainers removes one that it cannot start; by its own client, which waits for ever
      String id = getContainerId();
      if (id != null) {
        remove(dockerClient, id);
      }
    }
  }

  /** Treats a container that ended at once as started: its end is examined later. */
  private static final class AnyState extends StartupCheckStrategy {
    @Override
    public StartupStatus checkStartupState(DockerClient client, String containerId) {
      return StartupStatus.SUCCESSFUL;
    }
  }
}
