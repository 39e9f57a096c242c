package dev.drydock.engine.run;

import com.github.dockerjava.api.model.Info;
import dev.drydock.engine.EngineSession;
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
 * Whether a container of this run reaches the engine's machine, or the grader's: proved by trying.
 * A container on the run's network asks all their addresses, on ports where the grader listens.
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

  private static final String END = "end";

  /** Try it; never throws for what it finds. Takes about two seconds. */
  public static HostReach of(EngineSession session) {
    try {
      return tried(session);
    } catch (RuntimeException | IOException e) {
      LOG.debug("not tried", e);
      return unproven(Engine.firstLine(e));
    }
  }

  private static HostReach tried(EngineSession session) throws IOException {
    if (session.network().here() || isRootless(session)) {
      try (ListeningPort here = ListeningPort.open()) {
        return asked(session, here);
      }
    }
    try (ListeningPort here = ListeningPort.open();
        EngineSidePort there = EngineSidePort.open(session)) {
      return asked(session, here, there);
    }
  }

  /** Beyond the bridges of such an engine is a network of its own, with nothing but it. */
  private static boolean isRootless(EngineSession session) {
    Info info = session.engine().client().infoCmd().exec();
    return info.getSecurityOptions() != null
        && info.getSecurityOptions().stream().anyMatch(one -> one.startsWith("name=rootless"));
  }

  private static HostReach asked(EngineSession session, Target... targets) throws IOException {
    StringBuilder script = new StringBuilder("nc -w 1 127.0.0.1 1 </dev/null\n");
    for (Target target : targets) {
      target.addresses().stream()
          .limit(MOST_ADDRESSES)
          // all at once, as each that is shut takes a second
          .map(one -> "echo %s | nc -w 1 %s %d &\n".formatted(target.word(), one, target.number()))
          .forEach(script::append);
    }
    script.append("wait\necho " + END);
    List<String> said;
    try (HelperContainer helper =
        HelperContainer.start(session, script.toString(), session.network()::join)) {
      helper.awaitEnd(LIMIT);
      said = helper.output();
    }
    Set<String> reached = new TreeSet<>();
    for (Target target : targets) {
      reached.addAll(target.reached());
    }
    if (!reached.isEmpty()) {
      String open = session.network().open();
      return new HostReach(
          State.OPEN,
          "containers reach the engine's machine ("
              + String.join(", ", reached)
              + ")"
              + (open.isEmpty() ? "" : ": " + open));
    }
    boolean tried = said.contains(END) && said.stream().anyMatch(l -> l.contains(CLIENT_WORKS));
    return tried
        ? new HostReach(
            State.KEPT, "containers reach neither the engine's machine nor the grader's")
        : unproven("the helper image has no program that connects");
  }

  private static HostReach unproven(String why) {
    return new HostReach(
        State.UNPROVEN, "whether containers reach the engine's machine could not be tried: " + why);
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
