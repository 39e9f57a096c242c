package dev.drydock.engine.run;

import com.github.dockerjava.api.model.Info;
import dev.drydock.engine.EngineSession;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.InfrastructureException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether programs of students reach the engine's machine, or the grader's: proved by trying. One
 * of the grader's own, in the same place, asks all their addresses, on ports where the grader
 * listens.
 *
 * @param words what was seen, or why nothing was
 */
public record HostReach(State state, String words) {

  private static final Logger LOG = LoggerFactory.getLogger(HostReach.class);

  /** What the trial showed. */
  public enum State {
    /** Nothing was reached. */
    KEPT,
    /** A machine was reached. */
    OPEN,
    /** It could not be tried. */
    UNPROVEN
  }

  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final int MOST_ADDRESSES = 24;

  /** Printed where the program that asks works: it tries a port that nobody listens on. */
  private static final String CLIENT_WORKS = "refused";

  private static final String END = "everybody has been asked";

  /** Try it from a container; never throws for what it finds. Takes about two seconds. */
  public static HostReach ofContainers(EngineSession session) {
    return of(session, "containers", session.network().open(), script -> run(session, script));
  }

  /** Try it from a RUN of a build; never throws for what it finds. */
  public static HostReach ofBuilds(EngineSession session, boolean network) {
    String who = network ? "builds with a network" : "builds without a network";
    return of(session, who, "", script -> build(session, script, network));
  }

  /** Carries out a script, and tells what it printed. */
  private interface Asker {
    List<String> ask(String script);
  }

  private static HostReach of(EngineSession session, String who, String open, Asker asker) {
    try {
      if (session.network().here() || isRootless(session)) {
        try (ListeningPort here = ListeningPort.open()) {
          return asked(who, open, asker, here);
        }
      }
      try (ListeningPort here = ListeningPort.open();
          EngineSidePort there = EngineSidePort.open(session)) {
        return asked(who, open, asker, here, there);
      }
    } catch (RuntimeException e) {
      LOG.debug("not tried", e);
      return unproven(who, Engine.firstLine(e));
    }
  }

  /** Beyond the bridges of such an engine is a network of its own, with nothing but it. */
  private static boolean isRootless(EngineSession session) {
    Info info = session.engine().client().infoCmd().exec();
    return info.getSecurityOptions() != null
        && info.getSecurityOptions().stream().anyMatch(one -> one.startsWith("name=rootless"));
  }

  private static HostReach asked(String who, String open, Asker asker, Target... targets) {
    StringBuilder script = new StringBuilder("nc -w 1 127.0.0.1 1 </dev/null\n");
    for (Target target : targets) {
      target.addresses().stream()
          .limit(MOST_ADDRESSES)
          // all at once, as each that is shut takes a second
          .map(one -> "echo %s | nc -w 1 %s %d &\n".formatted(target.word(), one, target.number()))
          .forEach(script::append);
    }
    List<String> said = asker.ask(script.append("wait\necho ").append(END).toString());
    Set<String> reached = new TreeSet<>();
    for (Target target : targets) {
      reached.addAll(target.reached());
    }
    if (!reached.isEmpty()) {
      return new HostReach(
          State.OPEN,
          who
              + " reach the engine's machine ("
              + String.join(", ", reached)
              + ")"
              + (open.isEmpty() ? "" : ": " + open));
    }
    if (!has(said, END)) {
      return unproven(who, "the trial did not end within " + LIMIT.toSeconds() + " s");
    }
    return has(said, CLIENT_WORKS)
        ? new HostReach(State.KEPT, who + " reach neither the engine's machine nor the grader's")
        : unproven(who, "the helper image has no program that connects");
  }

  private static boolean has(List<String> lines, String words) {
    return lines.stream().anyMatch(line -> line.contains(words));
  }

  private static HostReach unproven(String who, String why) {
    return new HostReach(
        State.UNPROVEN,
        "whether " + who + " reach the engine's machine could not be tried: " + why);
  }

  private static List<String> run(EngineSession session, String script) {
    try (HelperContainer helper = HelperContainer.start(session, script, session.network()::join)) {
      helper.awaitEnd(LIMIT);
      return helper.output();
    }
  }

  private static List<String> build(EngineSession session, String script, boolean network) {
    BuildEvidence build = TrialBuild.of(session, HelperContainer.image(session), script, network);
    if (build.status() != BuildEvidence.Status.BUILT) {
      throw new InfrastructureException("it does not build: " + build.message());
    }
    return build.logTail();
  }

  /** Somewhere that must not be reached. */
  interface Target extends AutoCloseable {

    Set<String> addresses();

    int number();

    /** Who knows it has been asked to come. */
    String word();

    /** The addresses at which somebody who knows the word was. */
    Set<String> reached();

    @Override
    void close();
  }

  /** Addresses of this machine that others may know. */
  static Set<String> ofThisMachine() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
          .map(InetAddress::getHostAddress)
          .map(address -> address.replaceFirst("%.*", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new InfrastructureException("this machine does not tell its addresses: " + e, e);
    }
  }
}
