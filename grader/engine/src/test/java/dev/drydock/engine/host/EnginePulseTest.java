package dev.drydock.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EnginePulseTest {

  private final FakeDaemon daemon = new FakeDaemon();
  private final CountDownLatch gate = new CountDownLatch(1);

  @AfterEach
  void letGo() {
    daemon.thaw();
    gate.countDown();
  }

  @Test
  void anEngineThatIsFrozenIsGivenUp() {
    Engine engine = daemon.engine(FakeDaemon.IMPATIENT);
    daemon.freeze();
    assertThatThrownBy(() -> engine.imageNames())
        .isInstanceOf(EngineSilent.class)
        .hasMessage("the engine has not answered for 0 s");
    daemon.thaw();
    assertThat(engine.imageNames()).isEmpty();
  }

  @Test
  void aSlowCallOfALivingEngineIsWaitedFor() {
    Engine engine = daemon.engine(FakeDaemon.IMPATIENT);
    daemon.on(
        "GET /images/json.*",
        request -> {
          // as many signs of life as there is patience for silence
          while (daemon.asked().stream().filter("GET /_ping"::equals).count() < 12) {
            Thread.onSpinWait();
          }
          return FakeDaemon.json(200, "[]").to(request);
        });
    assertThat(engine.imageNames()).isEmpty();
  }

  @Test
  void oneCallThatHangsWhileTheEngineLivesIsGivenUpAtLast() {
    Engine engine = daemon.engine(FakeDaemon.IMPATIENT);
    daemon.on("GET /images/json.*", FakeDaemon.after(gate, FakeDaemon.json(200, "[]")));
    assertThatThrownBy(() -> engine.imageNames())
        .isInstanceOf(EngineSilent.class)
        .hasMessage("the engine has not answered for 2 s");
  }

  @Test
  void oneWhoWaitsCanBeInterrupted() throws Exception {
    Engine engine = daemon.engine(EnginePulse.Limits.USUAL);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    CountDownLatch asked = new CountDownLatch(1);
    daemon.on(
        "GET /images/json.*",
        request -> {
          asked.countDown();
          return FakeDaemon.after(gate, FakeDaemon.json(200, "[]")).to(request);
        });
    Thread waiting =
        new Thread(
            () -> {
              try {
                engine.imageNames();
              } catch (RuntimeException e) {
                thrown.set(e);
              }
            });
    waiting.start();
    asked.await();
    waiting.interrupt();
    waiting.join();
    assertThat(thrown.get()).isInstanceOf(InfrastructureException.class);
    assertThat(thrown.get()).hasMessage("interrupted while waiting for the engine");
  }

  @Test
  void whatOneWhoIsInterruptedHasMadeHeStillLearns() throws Exception {
    Engine engine = daemon.engine(EnginePulse.Limits.USUAL);
    CountDownLatch asked = new CountDownLatch(1);
    daemon.on(
        "POST /volumes/create",
        request -> {
          asked.countDown();
          return FakeDaemon.after(gate, FakeDaemon.json(201, "{\"Name\":\"late\"}")).to(request);
        });
    CompletableFuture<String> made = new CompletableFuture<>();
    Thread making =
        new Thread(
            () -> made.complete(engine.client().createVolumeCmd().withName("x").exec().getName()));
    making.start();
    asked.await();
    making.interrupt();
    gate.countDown();
    assertThat(made.get()).isEqualTo("late");
  }

  @Test
  void anAnswerThatNobodyWaitsForAnyMoreIsHandedToWhoeverTakesCareOfIt() throws Exception {
    EnginePulse pulse = daemon.engine(FakeDaemon.IMPATIENT).pulse();
    daemon.freeze();
    CompletableFuture<String> late = new CompletableFuture<>();
    assertThatThrownBy(
            () ->
                pulse.await(
                    () -> {
                      gate.await();
                      return "container";
                    },
                    Duration.ZERO,
                    late::complete))
        .isInstanceOf(EngineSilent.class);
    gate.countDown();
    assertThat(late.get()).isEqualTo("container");
  }

  @Test
  void aStreamMayPauseWhileTheEngineLives() throws IOException {
    Engine engine = daemon.engine(FakeDaemon.IMPATIENT);
    daemon.on(
        "GET /images/x/get",
        request -> FakeDaemon.bytes(200, "archive".getBytes(StandardCharsets.UTF_8)).to(request));
    try (InputStream archive = engine.save("x")) {
      assertThat(archive.readAllBytes()).asString().isEqualTo("archive");
    }
  }

  @Test
  void aStreamOfAFrozenEngineIsGivenUp() {
    Engine engine = daemon.engine(FakeDaemon.IMPATIENT);
    daemon.on("GET /images/x/get", FakeDaemon.after(gate, FakeDaemon.json(200, "")));
    daemon.on("GET /_ping", FakeDaemon.after(gate, FakeDaemon.json(200, "OK")));
    assertThatThrownBy(() -> engine.save("x")).isInstanceOf(EngineSilent.class);
  }

  @Test
  void aBrokenStreamIsNoEnd() throws IOException {
    Engine engine = daemon.engine(FakeDaemon.IMPATIENT);
    daemon.on("GET /images/x/get", FakeDaemon.breaksAfter(3, new byte[10]));
    try (InputStream archive = engine.save("x")) {
      assertThatThrownBy(archive::readAllBytes)
          .isInstanceOf(IOException.class)
          .hasMessage("Connection reset");
    }
  }

  @Test
  void halfAnAnswerIsOurs() {
    Engine engine = daemon.engine(FakeDaemon.IMPATIENT);
    daemon.on("GET /images/json.*", FakeDaemon.endsAfter(1, new byte[] {'[', ']'}));
    assertThatThrownBy(engine::imageNames).isInstanceOf(RuntimeException.class);
  }

  @Test
  void noLineIsSaidAsSuch() {
    Engine engine = daemon.engine(FakeDaemon.IMPATIENT);
    daemon.on("GET /.*", FakeDaemon.refuses());
    assertThatThrownBy(engine::imageNames)
        .isInstanceOf(EngineUnreachable.class)
        .hasMessage("the engine cannot be reached: Connection refused");
  }
}
