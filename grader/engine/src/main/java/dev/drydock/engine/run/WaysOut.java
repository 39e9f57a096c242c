package dev.drydock.engine.run;

import dev.drydock.engine.EngineDiagnosis.Finding;
import dev.drydock.engine.EngineDiagnosis.Weight;
import dev.drydock.engine.EngineSession;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.engine.ledger.DrydockHome;
import dev.drydock.engine.ledger.GraderRun;
import java.util.List;
import java.util.stream.Stream;

/** Where students' programs get to from an engine: each way tried, with what to do about it. */
public final class WaysOut {

  private static final String SUBJECT = "ways out";

  private WaysOut() {}

  /** Try them all on this machine's engine; nothing where none answers, which others say. */
  public static List<Finding> examine(DrydockHome home) {
    try (GraderRun run = GraderRun.begin(home);
        EngineSession session = EngineSession.open(run, "auto")) {
      return Stream.of(
              finding(
                  HostReach.ofContainers(session),
                  "grade as root on the engine's own Linux machine; 'batch' wants"
                      + " --trust-students here"),
              finding(
                  HostReach.ofBuilds(session, false), "grade only what people you trust hand in"),
              finding(
                  HostReach.ofBuilds(session, true),
                  "grade strangers' work on a machine of its own (SECURITY.md)"))
          .toList();
    } catch (InfrastructureException e) {
      return List.of();
    }
  }

  private static Finding finding(HostReach reach, String remedy) {
    return reach.state() == HostReach.State.KEPT
        ? new Finding(Weight.GOOD, SUBJECT, reach.words(), "")
        : new Finding(Weight.WARNING, SUBJECT, reach.words(), remedy);
  }
}
