package dev.drydock.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.host.BoundedProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BridgeRulesTest {

  private static final String OURS =
      " -m conntrack ! --ctstate RELATED,ESTABLISHED -m comment --comment ";

  @TempDir private Path home;
  private GraderRun run;
  private final List<String> calls = new ArrayList<>();
  private String listed = "";
  private int exitCode;

  @BeforeEach
  void begin() {
    run = GraderRun.begin(new DrydockHome(home));
  }

  @AfterEach
  void end() {
    run.close();
  }

  @Test
  void aRuleNamesTheBridgeAndTheRun() {
    assertThat(rules(true).shut("br-0123456789ab", run)).isEmpty();
    assertThat(calls)
        .isNotEmpty()
        .first()
        .isEqualTo(
            "/sbin/iptables -w 5 -t mangle -I PREROUTING -i br-0123456789ab"
                + OURS
                + "drydock:"
                + run.id()
                + " -j DROP");
  }

  @Test
  void whyABridgeStaysOpenIsSaid() {
    assertThat(rules(false).shut("br-0123456789ab", run))
        .hasValueSatisfying(words -> assertThat(words).contains("only root"));
    assertThat(calls).isEmpty();
    exitCode = 4;
    listed = "Another app is currently holding the xtables lock.\nmore";
    assertThat(rules(true).shut("br-0123456789ab", run))
        .contains("iptables fails: Another app is currently holding the xtables lock.");
    BridgeRules none = new BridgeRules(tool -> Optional.empty(), this::call, bridge -> true, true);
    assertThat(none.shut("br-0123456789ab", run)).contains("iptables is not installed");
  }

  @Test
  void onlyOurRulesOfBridgesThatAreGoneAreRemoved() {
    listed =
        String.join(
            "\n",
            "-P PREROUTING ACCEPT",
            "-A PREROUTING -i br-aaaaaaaaaaaa" + OURS + "\"drydock:01ab\" -j DROP",
            "-A PREROUTING -i br-bbbbbbbbbbbb" + OURS + "drydock:02ab -j DROP",
            "-A PREROUTING -i br-cccccccccccc" + OURS + "drydock:03ab -j DROP",
            "-A PREROUTING -i br-dddddddddddd" + OURS + "somebody -j DROP",
            "-A PREROUTING -i br-eeeeeeeeeeee -j DROP",
            "-A PREROUTING -i eth0" + OURS + "drydock:04ab -j DROP",
            "-A INPUT -i br-ffffffffffff" + OURS + "drydock:05ab -j DROP");
    assertThat(rules(true).removeOrphans()).isEqualTo(4);
    assertThat(calls.stream().filter(call -> call.contains(" -D ")))
        .containsExactly(
            "/sbin/iptables -w 5 -t mangle -D PREROUTING -i br-aaaaaaaaaaaa"
                + OURS
                + "drydock:01ab -j DROP",
            "/sbin/iptables -w 5 -t mangle -D PREROUTING -i br-cccccccccccc"
                + OURS
                + "drydock:03ab -j DROP",
            "/sbin/ip6tables -w 5 -t mangle -D PREROUTING -i br-aaaaaaaaaaaa"
                + OURS
                + "drydock:01ab -j DROP",
            "/sbin/ip6tables -w 5 -t mangle -D PREROUTING -i br-cccccccccccc"
                + OURS
                + "drydock:03ab -j DROP");
  }

  @Test
  void whoMayNotChangeAnythingAsksNothing() {
    assertThat(rules(false).removeOrphans()).isZero();
    assertThat(calls).isEmpty();
  }

  private BridgeRules rules(boolean allowed) {
    return new BridgeRules(
        tool -> Optional.of(Path.of("/sbin", tool)),
        this::call,
        bridge -> bridge.equals("br-bbbbbbbbbbbb"),
        allowed);
  }

  private BoundedProcess.Output call(List<String> command) {
    calls.add(String.join(" ", command));
    return new BoundedProcess.Output(new BoundedProcess.Ended(exitCode, false), listed);
  }
}
