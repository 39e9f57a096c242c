package dev.drydock.engine.run;

import dev.drydock.engine.evidence.RunEvidence.ContainerProcess;
import dev.drydock.engine.evidence.RunEvidence.ListeningSocket;
import dev.drydock.engine.host.InfrastructureException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes on in a running container. The engine's {@code ps} and this machine's {@code /proc}
 * show it at once. Where they cannot (the engine is in a virtual machine or elsewhere, has no
 * cgroups, has BusyBox's {@code ps}, remaps user ids), a helper container does.
 *
 * @param pid1 the process the engine started, numbered as in {@code processes}; null when the
 *     container has ended
 * @param sockets listening ones, empty where they cannot be read
 */
record ContainerInside(
    @Nullable Long pid1,
    List<ContainerProcess> processes,
    Optional<List<ListeningSocket>> sockets) {

  /** For a container that has ended. */
  static final ContainerInside NOTHING = new ContainerInside(null, List.of(), Optional.empty());

  private static final Logger LOG = LoggerFactory.getLogger(ContainerInside.class);

  /**
   * Inspect it.
   *
   * @param pid of its first process on the engine's host
   * @param withSockets whether they matter: a helper takes most of a second
   * @throws InfrastructureException when its processes cannot be listed
   */
  static ContainerInside of(SandboxedContainer container, long pid, boolean withSockets) {
    Optional<List<ContainerProcess>> processes = container.processes();
    Optional<List<ListeningSocket>> sockets =
        withSockets ? SocketTable.of(pid, container.id()) : Optional.empty();
    ContainerInside near = new ContainerInside(pid, processes.orElse(List.of()), sockets);
    if (processes.isPresent() && (sockets.isPresent() || !withSockets)) {
      return near;
    }
    try {
      return container.helper().look().orElse(near);
    } catch (InfrastructureException e) {
      if (processes.isEmpty()) {
        throw e;
      }
      LOG.debug("no helper to read the sockets", e);
      return near;
    }
  }
}
