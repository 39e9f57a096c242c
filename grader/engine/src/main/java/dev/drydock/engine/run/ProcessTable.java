package dev.drydock.engine.run;

import com.github.dockerjava.api.command.TopContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import dev.drydock.engine.evidence.RunEvidence.ContainerProcess;
import dev.drydock.engine.host.TextTail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The processes of a container, as the engine's host sees them. */
final class ProcessTable {

  private static final int MAX_PROCESSES = 500;
  private static final int MAX_ARGUMENTS = 2_000;

  private ProcessTable() {}

  /** Empty when the engine cannot tell (its {@code ps} knows no {@code -eo}). */
  static Optional<List<ContainerProcess>> of(SandboxedContainer container) {
    try {
      TopContainerResponse top =
          container
              .client()
              .topContainerCmd(container.id())
              .withPsArgs("-eo pid,ppid,uid,gid,args")
              .exec();
      return Optional.of(parse(top.getProcesses()));
    } catch (DockerException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  static List<ContainerProcess> parse(String[][] rows) {
    List<ContainerProcess> processes = new ArrayList<>();
    for (String[] row : rows) {
      if (row.length < 5 || processes.size() == MAX_PROCESSES) {
        continue;
      }
      String arguments = TextTail.clean(row[4]);
      processes.add(
          new ContainerProcess(
              Long.parseLong(row[0]),
              Long.parseLong(row[1]),
              Long.parseLong(row[2]),
              Long.parseLong(row[3]),
              arguments.length() > MAX_ARGUMENTS
                  ? arguments.substring(0, MAX_ARGUMENTS)
                  : arguments));
    }
    return inOrder(processes);
  }

  /**
   * Parents before their children. The ids do not tell: the kernel reuses them once they run out.
   */
  private static List<ContainerProcess> inOrder(List<ContainerProcess> processes) {
    Map<Long, ContainerProcess> byPid = new HashMap<>();
    processes.forEach(process -> byPid.put(process.pid(), process));
    return processes.stream()
        .sorted(
            Comparator.comparingInt((ContainerProcess process) -> generation(process, byPid))
                .thenComparing(ContainerProcess::arguments)
                .thenComparing(ContainerProcess::pid))
        .toList();
  }

  private static int generation(ContainerProcess process, Map<Long, ContainerProcess> byPid) {
    int generation = 0;
    for (ContainerProcess parent = byPid.get(process.parent());
        parent != null && generation < byPid.size();
        parent = byPid.get(parent.parent())) {
      generation++;
    }
    return generation;
  }
}
