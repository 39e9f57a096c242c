package dev.drydock.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.engine.EngineSession;
import dev.drydock.engine.RequiresEngine;
import dev.drydock.engine.host.BoundedProcess;
import dev.drydock.engine.ledger.DrydockHome;
import dev.drydock.engine.ledger.GraderRun;
import dev.drydock.engine.ledger.Leftovers;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers and the machine that they run on. */
@RequiresEngine
class HostReachEngineTest {

  @TempDir private Path home;
  private GraderRun run;
  private EngineSession session;

  @BeforeEach
  void open() {
    run = GraderRun.begin(new DrydockHome(home));
    session = EngineSession.open(run, "auto");
    assumeTrue(session.network().open().isEmpty(), session.network().open());
  }

  @AfterEach
  void close() {
    session.close();
    run.close();
    assertThat(rules()).doesNotContain(run.id());
  }

  @Test
  void thisMachineIsNotReached() {
    assertThat(rules()).contains("drydock:" + run.id());
    assertThat(HostReach.ofContainers(session))
        .satisfies(
            reach -> assertThat(reach.words()).contains("reach neither the engine's machine"))
        .extracting(HostReach::state)
        .isEqualTo(HostReach.State.KEPT);
  }

  /** The trial does not say so because nobody could be reached anyway. */
  @Test
  void withoutTheRuleItIs() {
    removeRules();
    assertThat(HostReach.ofContainers(session))
        .satisfies(
            reach ->
                assertThat(reach.words()).startsWith("containers reach the engine's machine ("))
        .extracting(HostReach::state)
        .isEqualTo(HostReach.State.OPEN);
  }

  @Test
  void aBuildWithoutANetworkReachesNothing() {
    assertThat(HostReach.ofBuilds(session, false))
        .satisfies(reach -> assertThat(reach.words()).startsWith("builds without a network reach"))
        .extracting(HostReach::state)
        .isEqualTo(HostReach.State.KEPT);
  }

  /** A student's own program, which looks for the machine as the engine's networks are laid out. */
  @Test
  void aProgramFindsNoWayToThisMachineAndIsReachedAllTheSame() throws Exception {
    try (ListeningPort port = ListeningPort.open()) {
      String addresses =
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .filter(address -> !address.isLoopbackAddress())
              .map(InetAddress::getHostAddress)
              .filter(address -> !address.contains("%"))
              .collect(Collectors.joining(" "));
      String script =
          "httpd -f -p 8080 -h /etc & for a in $(ip route | sed -n 's/^default via \\([^ ]*\\).*/\\1/p') "
              + addresses
              + "; do (echo "
              + port.word()
              + " | nc -w 2 $a "
              + port.number()
              + " && echo reached $a) & asking=\"$asking $!\"; done;"
              + " wait $asking; echo asked; wait";
      try (SandboxedContainer container = start(script)) {
        awaitLine(container, "asked");
        assertThat(port.reached()).isEmpty();
        assertThat(container.logTail(50)).noneMatch(line -> line.contains("reached"));
        URI page =
            URI.create(
                "http://" + container.host() + ":" + container.mappedPort(8080) + "/hostname");
        assertThat(
                HttpClient.newHttpClient()
                    .send(
                        HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(20)).build(),
                        HttpResponse.BodyHandlers.ofString())
                    .statusCode())
            .isEqualTo(200);
      }
    }
  }

  @Test
  void whatAKilledRunLeftIsRemovedWhenItsNetworkIs() {
    session.engine().client().removeNetworkCmd(session.network().name()).exec();
    assertThat(rules()).contains("drydock:" + run.id());
    new Leftovers(session.engine()).removeDead(new DrydockHome(home));
    assertThat(rules()).doesNotContain(run.id());
  }

  private void removeRules() {
    for (String tool : List.of("iptables", "ip6tables")) {
      call(tool, "-t", "mangle", "-S")
          .lines()
          .filter(line -> line.contains("drydock:" + run.id()))
          .forEach(
              line ->
                  call(
                      ("%s -w 5 -t mangle " + line.replaceFirst("-A", "-D").replace("\"", ""))
                          .formatted(tool)
                          .split(" ")));
    }
  }

  private static String rules() {
    return call("iptables", "-t", "mangle", "-S") + call("ip6tables", "-t", "mangle", "-S");
  }

  private static String call(String... command) {
    return BoundedProcess.capture(List.of(command), Map.of(), Duration.ofSeconds(20)).text();
  }

  private SandboxedContainer start(String script) throws SandboxedContainer.StartRefused {
    String busybox = session.engine().idOf("busybox:latest").orElseThrow();
    return SandboxedContainer.start(
        session,
        new SandboxedContainer.Settings(
            busybox, 8080, Map.of(), List.of("sh", "-c", script), false, null));
  }

  private static void awaitLine(SandboxedContainer container, String line) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!container.logTail(50).contains(line)) {
      assertThat(System.nanoTime()).as(container.logTail(50).toString()).isLessThan(end);
      SandboxedContainer.pause(50);
    }
  }
}
