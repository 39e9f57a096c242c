package dev.drydock.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.engine.host.BoundedProcess.Ended;
import dev.drydock.engine.host.BoundedProcess.LimitReached;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Starts real programs. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a POSIX shell")
class BoundedProcessTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  @Test
  void itsLinesAndItsExitCodeAreHandedOn() {
    List<String> lines = new ArrayList<>();
    assertThat(shell("echo one; echo two >&2; exit 3", LONG).run(started -> {}, lines::add))
        .isEqualTo(new Ended(3, false));
    assertThat(lines).containsExactly("one", "two");
  }

  @Test
  void isEndedAtItsTimeLimit() {
    assertThat(shell("sleep 1000", Duration.ofMillis(100)).run(started -> {}, line -> {}))
        .isEqualTo(new Ended(-1, true));
  }

  @Test
  void isEndedWhenItsReaderHasSeenEnough() {
    BoundedProcess endless = shell("while :; do echo more; done", LONG);
    Ended ended =
        endless.run(
            started -> {},
            line -> {
              throw new LimitReached("enough");
            });
    assertThat(ended).isEqualTo(new Ended(-1, true));
  }

  @Test
  void isEndedWhenItsThreadIsToldToStopThoughItPrintsNothing() throws Exception {
    CompletableFuture<Process> silent = new CompletableFuture<>();
    CompletableFuture<String> said = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                said.complete(
                    shell("sleep 1000", LONG).run(silent::complete, line -> {}).toString());
              } catch (InfrastructureException e) {
                said.complete(e.getMessage());
              }
            });
    thread.start();
    Process process = silent.get(1, TimeUnit.MINUTES);
    thread.interrupt();
    assertThat(said.get(1, TimeUnit.MINUTES)).contains("interrupted");
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void whatItLeftBehindIsNotAwaited() throws Exception {
    List<String> lines = new ArrayList<>();
    BoundedProcess forking = shell("sleep 1000 & echo $!", LONG);
    assertThat(forking.run(started -> {}, lines::add)).isEqualTo(new Ended(0, false));
    ProcessHandle left = ProcessHandle.of(Long.parseLong(lines.get(0))).orElseThrow();
    left.destroyForcibly();
    left.onExit().get(1, TimeUnit.MINUTES);
  }

  @Test
  void itsExitCodeIsAwaitedThoughItPrintsNoMore() {
    assertThat(shell("exec >&- 2>&-; sleep 0.3; exit 4", LONG).run(started -> {}, line -> {}))
        .isEqualTo(new Ended(4, false));
  }

  @Test
  void whatItsReaderThrowsEndsItAndIsHandedOn() {
    assertThatThrownBy(
            () ->
                shell("while :; do echo more; done", LONG)
                    .run(
                        started -> {},
                        line -> {
                          throw new IllegalStateException("cannot read this");
                        }))
        .hasMessage("cannot read this");
  }

  private static BoundedProcess shell(String script, Duration limit) {
    return new BoundedProcess(List.of("sh", "-c", script), Map.of(), limit);
  }
}
