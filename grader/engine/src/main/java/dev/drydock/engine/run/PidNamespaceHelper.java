package dev.drydock.engine.run;

import com.github.dockerjava.api.exception.DockerException;
import dev.drydock.engine.EngineSession;
import dev.drydock.engine.host.InfrastructureException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A container that shares another one's PID namespace for a moment and prints what {@code /proc}
 * says there: numbers of processes and users are those of the namespace.
 */
final class PidNamespaceHelper {

  private static final Logger LOG = LoggerFactory.getLogger(PidNamespaceHelper.class);

  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** A busy engine loses the output of a program that ends at once. */
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
   * Inspect the container.
   *
   * @return empty when it has since ended
   * @throws InfrastructureException when the helper's image is unavailable
   */
  Optional<ContainerInside> look() {
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

  /** Nothing if the container is no longer running. */
  private List<String> output() {
    try (HelperContainer helper =
        HelperContainer.start(
            session,
            SCRIPT,
            place -> place.withPidMode("container:" + containerId).withNetworkMode("none"))) {
      helper.awaitEnd(LIMIT);
      return helper.output();
    } catch (DockerException e) {
      LOG.debug("cannot look into container {}", containerId, e);
      return List.of();
    }
  }
}
