package dev.drydock.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A container that shares another one's PID namespace for a moment and prints what {@code /proc}
 * says there: numbers of processes and users are those of the namespace.
 */
final class PidNamespaceHelper {

  private static final Logger LOG = LoggerFactory.getLogger(PidNamespaceHelper.class);

  private static final String IMAGE = "busybox:latest";
  private static final long LIMIT_SECONDS = 60;
  private static final long MEMORY = 64L * 1024 * 1024;

  /** A busy engine loses what a program says that ends at once. */
  private static final int ATTEMPTS = 3;

  private static final String PROCESS = "process ";
  private static final String END = "end";

  /** A line for each process but its own; arguments cannot begin a line. */
  private static final String SCRIPT =
      """
      cat /proc/1/net/tcp /proc/1/net/tcp6 2>/dev/null
      for folder in /proc/[0-9]*; do
        pid=${folder#/proc/}
        [ "$pid" != $$ ] || continue
        name= parent= uid= gid=
        while read -r key first second rest; do
          case $key in
            Name:) name=$first ;;
            PPid:) parent=$first ;;
            Uid:) uid=$second ;;
            Gid:) gid=$second ;;
          esac
        done 2>/dev/null <"$folder/status"
        [ -n "$gid" ] || continue
        arguments=$(head -c 2000 "$folder/cmdline" 2>/dev/null | tr '\\000\\n' '  ')
        echo "process $pid $parent $uid $gid ${arguments:-[$name]}"
      done
      echo end
      """;

  private final EngineSession session;
  private final String containerId;

  PidNamespaceHelper(EngineSession session, String containerId) {
    this.session = session;
    this.containerId = containerId;
  }

  /**
   * Look into the container.
   *
   * @return empty when it has ended meanwhile
   * @throws InfrastructureException when the helper's image cannot be had
   */
  Optional<ContainerInside> look() {
    requireImage();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<String> lines = output();
      if (lines.contains(END)) {
        return Optional.of(read(lines));
      }
    }
    return Optional.empty();
  }

  static ContainerInside read(List<String> lines) {
    String[][] processes =
        lines.stream()
            .filter(line -> line.startsWith(PROCESS))
            .map(line -> line.substring(PROCESS.length()).strip().split(" ", 5))
            .toArray(String[][]::new);
    List<String> table = lines.stream().filter(line -> !line.startsWith(PROCESS)).toList();
    return new ContainerInside(
        1L, ProcessTable.parse(processes), Optional.of(SocketTable.parse(table)));
  }

  private void requireImage() {
    StandIns standIns = new StandIns(session.engine(), session.run().home());
    try {
      new BaseImages(session.engine(), standIns, name -> Optional.empty()).require(List.of(IMAGE));
    } catch (BaseImages.UnknownImage e) {
      throw new InfrastructureException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Nothing when the container to look into is not running any more. */
  private List<String> output() {
    DockerClient client = session.engine().client();
    String name = session.run().uniqueName("look");
    try (WorkInHand.Begun begun = session.work().begin()) {
      client
          .createContainerCmd(IMAGE)
          .withName(name)
          .withLabels(session.run().labels())
          .withUser("0:0")
          .withEntrypoint("sh", "-c", SCRIPT)
          .withHostConfig(confined())
          .exec();
      client.startContainerCmd(name).exec();
      client
          .waitContainerCmd(name)
          .exec(new WaitContainerResultCallback())
          .awaitStatusCode(LIMIT_SECONDS, TimeUnit.SECONDS);
      StringBuffer text = new StringBuffer();
      new ContainerLog(client, name).of(true, false).read(text::append);
      return text.toString().lines().toList();
    } catch (DockerException | DockerClientException | IOException e) {
      LOG.debug("no look into container {}", containerId, e);
      return List.of();
    } finally {
      remove(client, name);
    }
  }

  /** With one capability that student containers lack: their root may not trace it. */
  private HostConfig confined() {
    return HostConfig.newHostConfig()
        .withPidMode("container:" + containerId)
        .withNetworkMode("none")
        .withReadonlyRootfs(true)
        .withCapDrop(Capability.ALL)
        .withCapAdd(Capability.AUDIT_WRITE)
        .withSecurityOpts(List.of("no-new-privileges"))
        .withMemory(MEMORY)
        .withMemorySwap(MEMORY);
  }

  private static void remove(DockerClient client, String name) {
    try {
      client.removeContainerCmd(name).withForce(true).exec();
    } catch (NotFoundException e) {
      // it could not be made
    } catch (DockerException e) {
      LOG.debug("{} stays until the end of the run", name, e);
    }
  }
}
