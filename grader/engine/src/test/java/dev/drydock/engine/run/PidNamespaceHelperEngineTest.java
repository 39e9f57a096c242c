package dev.drydock.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.EngineSession;
import dev.drydock.engine.RequiresEngine;
import dev.drydock.engine.evidence.RunEvidence.ContainerProcess;
import dev.drydock.engine.evidence.RunEvidence.ListeningSocket;
import dev.drydock.engine.ledger.DrydockHome;
import dev.drydock.engine.ledger.GraderRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The helper against the engine's {@code ps} and this machine's {@code /proc}. */
@RequiresEngine
class PidNamespaceHelperEngineTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  /**
   * Three users, a server for everyone and one on loopback, and arguments that look like a line.
   */
  private static final String SCRIPT =
      "mkdir /www;"
          + " httpd -f -u 4711:4712 -p 8080 -h /www &"
          + " httpd -f -u 4713:4714 -p 127.0.0.1:9090 -h /www &"
          + " sh -c 'while :; do sleep 1; done' \"$(printf 'x\\nprocess 99 0 0 0 more\\rprocess 98 0 0 0 forged')\" &"
          + " wait";

  @TempDir private Path home;
  private GraderRun run;
  private EngineSession session;

  @BeforeEach
  void open() {
    run = GraderRun.begin(new DrydockHome(home));
    session = EngineSession.open(run, "auto");
  }

  @AfterEach
  void close() {
    session.close();
    run.close();
  }

  @Test
  void theHelperSeesWhatTheyTell() throws Exception {
    try (SandboxedContainer container = start(SCRIPT)) {
      ContainerInside told = awaitServers(container);
      ContainerInside seen = container.helper().look().orElseThrow();

      assertThat(servers(seen)).isEqualTo(servers(told)).hasSize(2);
      assertThat(first(seen).arguments()).isEqualTo(first(told).arguments()).startsWith("sh -c");
      assertThat(seen.processes())
          .filteredOn(process -> process.arguments().startsWith("httpd"))
          .allMatch(process -> process.parent() == first(seen).pid());
      assertThat(seen.processes())
          .filteredOn(process -> process.arguments().endsWith("forged"))
          .singleElement()
          .satisfies(process -> assertThat(process.arguments()).startsWith("sh -c while"));
      assertThat(seen.sockets().orElseThrow())
          .containsExactlyInAnyOrderElementsOf(told.sockets().orElseThrow());
    }
  }

  @Test
  void nobodyIsSeenInAContainerThatHasEnded() throws Exception {
    try (SandboxedContainer container = start("exit 3")) {
      assertThat(container.awaitEnd(LIMIT)).isTrue();
      assertThat(container.helper().look()).isEmpty();
    }
  }

  private SandboxedContainer start(String script) throws SandboxedContainer.StartRefused {
    String busybox = session.engine().idOf("busybox:latest").orElseThrow();
    return SandboxedContainer.start(
        session,
        SandboxedContainer.Settings.command(busybox, Map.of(), List.of("sh", "-c", script), null));
  }

  private static ContainerInside awaitServers(SandboxedContainer container) {
    long end = System.nanoTime() + LIMIT.toNanos();
    ContainerInside inside = ContainerInside.NOTHING;
    while (System.nanoTime() < end) {
      inside = ContainerInside.of(container, container.inspect().getState().getPidLong(), true);
      if (ports(inside).containsAll(List.of(8080, 9090)) && servers(inside).size() == 2) {
        return inside;
      }
      SandboxedContainer.pause(50);
    }
    throw new AssertionError("the servers do not listen: " + inside);
  }

  private static List<Integer> ports(ContainerInside inside) {
    return inside.sockets().orElse(List.of()).stream().map(ListeningSocket::port).toList();
  }

  /** Users and arguments. */
  private static List<String> servers(ContainerInside inside) {
    return inside.processes().stream()
        .filter(process -> process.arguments().startsWith("httpd"))
        .map(process -> process.uid() + ":" + process.gid() + " " + process.arguments())
        .toList();
  }

  private static ContainerProcess first(ContainerInside inside) {
    Optional<ContainerProcess> first =
        inside.processes().stream()
            .filter(process -> Long.valueOf(process.pid()).equals(inside.pid1()))
            .findFirst();
    return first.orElseThrow();
  }
}
