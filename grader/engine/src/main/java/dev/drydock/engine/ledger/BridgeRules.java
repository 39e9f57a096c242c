package dev.drydock.engine.ledger;

import dev.drydock.engine.host.BoundedProcess;
import dev.drydock.engine.host.InfrastructureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rules of this machine's firewall for bridges of the grader's own: nothing that a container there
 * begins gets any further, not to an address of the machine either. Answers pass, so that published
 * ports work.
 *
 * <p>A rule stands where packets come in, before it is decided whose they are: engines leave that
 * place alone, and one rule is enough for whatever is behind it. Who flushes the whole firewall
 * removes it, too. It names the bridge and, in its comment, the run. No other rule is ever touched.
 */
public final class BridgeRules {

  private static final Logger LOG = LoggerFactory.getLogger(BridgeRules.class);

  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** For which a tool waits for others that change the firewall. */
  private static final String LOCK_SECONDS = "5";

  private static final String V4 = "iptables";
  private static final String V6 = "ip6tables";

  private static final Pattern RULE =
      Pattern.compile(
          "-A PREROUTING -i (br-[0-9a-f]{12}) .*--comment \"?drydock:([0-9a-f]+)\"? -j DROP");

  private static final Pattern CAPABILITIES = Pattern.compile("CapEff:\\s*([0-9a-f]+)");
  private static final int NET_ADMIN = 12;

  private final Function<String, Optional<Path>> tools;
  private final Function<List<String>, BoundedProcess.Output> shell;
  private final Predicate<String> bridges;
  private final boolean allowed;

  /**
   * @param tools where a tool is, if it is there
   * @param shell runs it
   * @param bridges tells whether this machine has one of that name
   * @param allowed whether this process may change the firewall
   */
  BridgeRules(
      Function<String, Optional<Path>> tools,
      Function<List<String>, BoundedProcess.Output> shell,
      Predicate<String> bridges,
      boolean allowed) {
    this.tools = tools;
    this.shell = shell;
    this.bridges = bridges;
    this.allowed = allowed;
  }

  /** Those of this machine. */
  public static BridgeRules ofThisMachine() {
    return new BridgeRules(
        BridgeRules::onPath,
        command -> BoundedProcess.capture(command, Map.of("LC_ALL", "C"), LIMIT),
        bridge -> Files.exists(Path.of("/sys/class/net", bridge)),
        mayChange());
  }

  /**
   * Shut a bridge of the run.
   *
   * @return why it stays open; empty when it is shut
   */
  public Optional<String> shut(String bridge, GraderRun run) {
    if (!allowed) {
      return Optional.of("only root may set the rule against it");
    }
    Optional<String> failure = add(V4, bridge, run.id());
    // without version 6 in this kernel there is nothing to shut
    return failure.isEmpty() && Files.exists(Path.of("/proc/net/if_inet6"))
        ? add(V6, bridge, run.id())
        : failure;
  }

  /** Remove the rules of bridges that are gone, whichever run's they were. */
  public int removeOrphans() {
    if (!allowed) {
      return 0;
    }
    return Stream.of(V4, V6).mapToInt(this::removeOrphans).sum();
  }

  private int removeOrphans(String tool) {
    int removed = 0;
    for (String line : rules(tool)) {
      Matcher rule = RULE.matcher(line);
      if (rule.matches() && !bridges.test(rule.group(1))) {
        Optional<String> failure = call(tool, "-D", rule.group(1), rule.group(2));
        failure.ifPresent(words -> LOG.debug("a rule of the firewall stays: {}", words));
        removed += failure.isEmpty() ? 1 : 0;
      }
    }
    return removed;
  }

  private List<String> rules(String tool) {
    Optional<Path> found = tools.apply(tool);
    if (found.isEmpty()) {
      return List.of();
    }
    try {
      return run(List.of(found.get().toString(), "-w", LOCK_SECONDS, "-t", "mangle", "-S"))
          .lines()
          .toList();
    } catch (InfrastructureException e) {
      LOG.debug("{} does not list its rules", tool, e);
      return List.of();
    }
  }

  private Optional<String> add(String tool, String bridge, String run) {
    return call(tool, "-I", bridge, run);
  }

  private Optional<String> call(String tool, String verb, String bridge, String run) {
    Optional<Path> found = tools.apply(tool);
    if (found.isEmpty()) {
      return Optional.of(tool + " is not installed");
    }
    List<String> command = new ArrayList<>();
    command.addAll(List.of(found.get().toString(), "-w", LOCK_SECONDS, "-t", "mangle"));
    command.addAll(List.of(verb, "PREROUTING", "-i", bridge));
    command.addAll(List.of("-m", "conntrack", "!", "--ctstate", "RELATED,ESTABLISHED"));
    command.addAll(List.of("-m", "comment", "--comment", "drydock:" + run, "-j", "DROP"));
    try {
      run(command);
      return Optional.empty();
    } catch (InfrastructureException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private String run(List<String> command) {
    BoundedProcess.Output output = shell.apply(command);
    if (!output.succeeded()) {
      throw new InfrastructureException(
          Path.of(command.get(0)).getFileName()
              + " fails: "
              + output.text().lines().findFirst().orElse("without a word"));
    }
    return output.text();
  }

  private static Optional<Path> onPath(String tool) {
    // the folders of root's own tools are not on everybody's path
    return Stream.concat(
            Stream.of("/usr/sbin", "/sbin", "/usr/local/sbin"),
            Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1)))
        .filter(folder -> folder.startsWith("/"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static boolean mayChange() {
    Path status = Path.of("/proc/self/status");
    try {
      return Files.isReadable(status)
          && Files.readAllLines(status).stream()
              .map(CAPABILITIES::matcher)
              .filter(Matcher::matches)
              .anyMatch(
                  found -> (Long.parseUnsignedLong(found.group(1), 16) >> NET_ADMIN & 1) == 1);
    } catch (IOException e) {
      return false;
    }
  }
}
