package dev.drydock.engine.run;

import dev.drydock.engine.EngineSession;
import dev.drydock.engine.host.InfrastructureException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A port of the engine's machine, where that is not this one: a helper of the grader's own listens
 * in the machine's network.
 */
final class EngineSidePort implements HostReach.Target {

  private static final Duration START = Duration.ofSeconds(10);
  private static final int LOWEST = 30_000;
  private static final int PORTS = 2_700; // below those that clients are given
  private static final int LOOK_MILLIS = 50;

  private static final String LISTENING = "listening";
  private static final String SAID = "said ";

  private static final Pattern ADDRESS = Pattern.compile("\\s*inet ([0-9.]+)/.*");

  private final HelperContainer helper;
  private final int number;
  private final String word;
  private final Set<String> addresses;

  private EngineSidePort(HelperContainer helper, int number, List<String> said) {
    this.helper = helper;
    this.number = number;
    this.word = ListeningPort.newWord();
    this.addresses =
        said.stream()
            .map(ADDRESS::matcher)
            .filter(Matcher::matches)
            .map(found -> found.group(1))
            .filter(address -> !address.startsWith("127."))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  static EngineSidePort open(EngineSession session) {
    int number = LOWEST + ThreadLocalRandom.current().nextInt(PORTS);
    String script =
        """
        ip -4 addr
        printf 'read -r word && echo "said $word" >&2\\n' >/heard
        nc -ll -p PORT -e sh /heard &
        nc=$!
        sleep 0.2; until netstat -ltn | grep -q ':PORT '; do sleep 0.1; done
        # somebody else's, where ours could not be had
        kill -0 $nc && echo listening
        (sleep 60; kill $nc) & wait $nc
        """
            .replace("PORT", String.valueOf(number));
    HelperContainer helper =
        HelperContainer.start(session, script, place -> place.withNetworkMode("host"));
    boolean listens = false;
    try {
      List<String> said = said(helper);
      if (said.stream().noneMatch(line -> line.contains(session.network().bridge()))) {
        throw new InfrastructureException(
            "what the engine calls its machine's network does not have its bridges");
      }
      EngineSidePort port = new EngineSidePort(helper, number, said);
      listens = true;
      return port;
    } finally {
      if (!listens) {
        helper.close();
      }
    }
  }

  /** Its addresses, which it prints before it listens. */
  private static List<String> said(HelperContainer helper) {
    long end = System.nanoTime() + START.toNanos();
    List<String> said = helper.output();
    while (!said.contains(LISTENING)) {
      if (System.nanoTime() >= end) {
        throw new InfrastructureException("nothing can listen on the engine's machine");
      }
      SandboxedContainer.pause(LOOK_MILLIS);
      said = helper.output();
    }
    return said;
  }

  @Override
  public Set<String> addresses() {
    return addresses;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public String word() {
    return word;
  }

  /** Which of its addresses it was cannot be seen there. */
  @Override
  public Set<String> reached() {
    return helper.output().contains(SAID + word) ? addresses : Set.of();
  }

  @Override
  public void close() {
    helper.close();
  }
}
