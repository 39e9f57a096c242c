package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.EngineHost;
import dev.drydock.engine.RequiresEngine;
import dev.drydock.grade.CheckResult;
import dev.drydock.grade.CheckResult.Result;
import dev.drydock.report.ResultJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a busy engine needs for its own work is not held against a submission. */
@RequiresEngine
class SlowEngineEngineTest {

  @TempDir private Path folder;

  @Test
  void aProgramThatEndsAtOnceIsNotBlamedForAStopThatIsAnsweredLate() throws Exception {
    try (Line line = new Line("/stop", Duration.ofSeconds(4))) {
      assertThat(stopped(line, "reference").outcome()).isEqualTo(Result.PASS);
      CheckResult deaf = stopped(line, "near-misses/deaf");
      assertThat(deaf.outcome()).isEqualTo(Result.FAIL);
      assertThat(deaf.measured()).endsWith("exit code 137");
      assertThat(line.heldBack.get()).isGreaterThanOrEqualTo(2);
    }
  }

  private CheckResult stopped(Line line, String solution) throws Exception {
    Path course = PageCourse.write(folder.resolve("course"));
    Path submission = course.resolve("solutions/9.1").resolve(solution);
    Binary.Ended ended =
        new Binary(folder)
            .course(course)
            .with("DOCKER_HOST", line.address())
            .run("grade", "9.1", submission.toString(), "--json", "-");
    List<CheckResult> checks = ResultJson.read(ended.out()).images().get(0).checks();
    return checks.stream().filter(check -> check.id().equals("R05")).findFirst().orElseThrow();
  }

  /** A line to the engine on which the answers to some requests are late. */
  private static final class Line implements AutoCloseable {

    private final AtomicInteger heldBack = new AtomicInteger();
    private final ServerSocketChannel server = ServerSocketChannel.open();
    private final ExecutorService pumps = Executors.newCachedThreadPool();
    private final String late;
    private final Duration by;

    Line(String late, Duration by) throws IOException {
      this.late = late;
      this.by = by;
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      pumps.submit(this::accept);
    }

    String address() throws IOException {
      InetSocketAddress bound = (InetSocketAddress) server.getLocalAddress();
      return "tcp://127.0.0.1:" + bound.getPort();
    }

    private Void accept() throws IOException {
      UnixDomainSocketAddress engine =
          UnixDomainSocketAddress.of(EngineHost.resolve().uri().getPath());
      while (true) {
        SocketChannel client = server.accept();
        SocketChannel there = SocketChannel.open(engine);
        AtomicBoolean wait = new AtomicBoolean();
        pumps.submit(() -> pump(client, there, bytes -> note(bytes, wait)));
        pumps.submit(() -> pump(there, client, bytes -> hold(wait)));
      }
    }

    private interface Step {
      void before(ByteBuffer bytes) throws InterruptedException;
    }

    private static Void pump(SocketChannel from, SocketChannel to, Step step) throws Exception {
      ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
      while (from.read(bytes) >= 0) {
        step.before(bytes.flip());
        while (bytes.hasRemaining()) {
          to.write(bytes);
        }
        bytes.clear();
      }
      to.shutdownOutput();
      return null;
    }

    private void note(ByteBuffer request, AtomicBoolean wait) {
      String head = StandardCharsets.ISO_8859_1.decode(request.duplicate()).toString();
      if (head.startsWith("POST ") && head.lines().findFirst().orElse("").contains(late)) {
        wait.set(true);
      }
    }

    private void hold(AtomicBoolean wait) throws InterruptedException {
      if (wait.getAndSet(false)) {
        heldBack.incrementAndGet();
        Thread.sleep(by.toMillis());
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
      pumps.shutdownNow();
    }
  }
}
