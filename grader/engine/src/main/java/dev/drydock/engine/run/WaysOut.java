package dev.drydock.engine.run;

import dev.drydock.engine.EngineDiagnosis.Finding;
import dev.drydock.engine.EngineDiagnosis.Weight;
import dev.drydock.engine.EngineSession;
import dev.drydock.engine.ledger.DrydockHome;
import dev.drydock.engine.ledger.GraderRun;
import dev.drydock.engine.run.RegistryReach.Trouble;
import dev.drydock.engine.run.RegistryReach.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where programs get to from an engine, those of students and those that builds need: each way
 * tried, with what to do about it.
 */
public final class WaysOut {

  private static final Logger LOG = LoggerFactory.getLogger(WaysOut.class);

  private static final String SUBJECT = "ways out";
  private static final String DOWNLOADS = "downloads";

  private WaysOut() {}

  /** Try them all on this machine's engine; nothing where none answers, which others say. */
  public static List<Finding> examine(DrydockHome home) {
    List<Finding> findings = new ArrayList<>();
    try (GraderRun run = GraderRun.begin(home);
        EngineSession session = EngineSession.open(run, "auto")) {
      RegistryReach.image(session).ifPresent(image -> findings.add(downloads(session, image)));
      findings.add(
          finding(
              HostReach.ofContainers(session),
              "grade as root on the engine's own Linux machine; 'batch' wants --trust-students"
                  + " here"));
      findings.add(
          finding(HostReach.ofBuilds(session, false), "grade only what people you trust hand in"));
      findings.add(
          finding(
              HostReach.ofBuilds(session, true),
              "grade strangers' work on a machine of its own (SECURITY.md)"));
    } catch (RuntimeException e) {
      LOG.debug("not tried, or not all", e);
    }
    return findings;
  }

  private static Finding finding(HostReach reach, String remedy) {
    return reach.state() == HostReach.State.KEPT
        ? new Finding(Weight.GOOD, SUBJECT, reach.words(), "")
        : new Finding(Weight.WARNING, SUBJECT, reach.words(), remedy);
  }

  private static Finding downloads(EngineSession session, String image) {
    Optional<Trouble> trouble = RegistryReach.trouble(session, image, Trust.OF_THE_IMAGE);
    if (trouble.isPresent()) {
      return new Finding(
          Weight.WARNING,
          DOWNLOADS,
          "builds do not reach npm's registry: " + trouble.get().words(),
          "give the engine a name server or a proxy; until then, work that installs packages is"
              + " not graded");
    }
    // the same line: what fails now, and is no certificate, says nothing new
    return RegistryReach.trouble(session, image, Trust.PUBLIC)
        .filter(Trouble::certificate)
        .map(
            distrust ->
                new Finding(
                    Weight.WARNING,
                    DOWNLOADS,
                    "npm's registry is reached through a proxy whose certificate only this"
                        + " machine's own base images trust ("
                        + distrust.words()
                        + ")",
                    "let the proxy pass npm's registry; until then, work that installs packages on"
                        + " another base image is not graded"))
        .orElseGet(
            () -> new Finding(Weight.GOOD, DOWNLOADS, "npm's registry answers inside a build", ""));
  }
}
