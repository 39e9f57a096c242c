package dev.drydock.engine;

import com.github.dockerjava.api.model.Info;
import dev.drydock.engine.EngineDiagnosis.Finding;
import dev.drydock.engine.EngineDiagnosis.Weight;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.EngineDisk;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of the limits that grading sets this engine enforces. Those it does not enforce are
 * reported, so that nobody relies on them.
 *
 * @param buildKit whether BuildKit builds, or the classic builder
 * @param memory of running containers
 * @param processes in running containers
 * @param processors of running containers
 * @param disk whether its disk can be seen from here
 */
record EnforcedLimits(
    boolean buildKit, boolean memory, boolean processes, boolean processors, boolean disk) {

  static EnforcedLimits by(Engine engine, Info info, boolean buildKit) {
    return new EnforcedLimits(
        buildKit,
        !Boolean.FALSE.equals(info.getMemoryLimit()),
        !Boolean.FALSE.equals(info.getRawValues().get("PidsLimit")),
        !Boolean.FALSE.equals(info.getCpuCfsQuota()),
        EngineDisk.of(engine).free().isPresent());
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        warning(
            buildKit
                ? "BuildKit limits neither the memory nor the processes of RUN steps, and"
                    + " has no networks but none and default; time, log and disk are watched"
                : "the classic builder limits the memory of RUN steps, but not their"
                    + " processes; time, log and disk are watched",
            "grade strangers' work on a separate machine, or with an engine in its own cgroup"));
    List<String> lacking = new ArrayList<>();
    if (!memory) {
      lacking.add("memory");
    }
    if (!processes) {
      lacking.add("processes");
    }
    if (!processors) {
      lacking.add("processor time");
    }
    if (lacking.isEmpty()) {
      findings.add(
          new Finding(
              Weight.GOOD,
              "isolation",
              "running containers are limited in memory, processes and processor time",
              ""));
    } else {
      findings.add(
          warning(
              "the engine does not limit a running container's " + String.join(", ", lacking),
              "give the engine the cgroup controllers memory, pids and cpu"));
    }
    if (!disk) {
      findings.add(
          warning(
              "the engine's disk cannot be seen from here: nothing stops a build that fills it",
              "give the engine its own disk"));
    }
    return findings;
  }

  private static Finding warning(String found, String remedy) {
    return new Finding(Weight.WARNING, "isolation", found, remedy);
  }
}
