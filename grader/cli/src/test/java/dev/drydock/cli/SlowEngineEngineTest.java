package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.RequiresEngine;
import dev.drydock.engine.host.EngineHost;
import dev.drydock.report.ResultJson;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.CheckResult.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a busy engine is late with, or loses, is not held against a submission. */
@RequiresEngine
@Execution(ExecutionMode.CONCURRENT)
class SlowEngineEngineTest {

  @TempDir private Path folder;

  @Test
  void aProgramThatEndsAtOnceIsNotBlamedForAStopThatIsAnsweredLate() throws Exception {
    Path course = PageCourse.write(folder.resolve("course"));
    Path solutions = course.resolve("solutions/9.1");
    try (Line line = new Line("/stop", Duration.ofSeconds(4), 0)) {
      assertThat(graded(line, course, "9.1", solutions.resolve("reference"), "R05").outcome())
          .isEqualTo(Result.PASS);
      CheckResult deaf = graded(line, course, "9.1", solutions.resolve("near-misses/deaf"), "R05");
      assertThat(deaf.outcome()).isEqualTo(Result.FAIL);
      assertThat(deaf.measured()).endsWith("exit code 137");
      assertThat(line.heldBack.get()).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void aProgramThatEndedIsAskedAgainForWordsThatWereLost() throws Exception {
    Path course = PageCourse.write(folder.resolve("course"));
    Path submission = Files.createDirectories(folder.resolve("submission"));
    Files.writeString(
        submission.resolve("Dockerfile"),
        "FROM busybox\nUSER 1000\nCMD [\"sh\", \"-c\", \"echo no settings; exit 3\"]\n");
    try (Line line = new Line("", Duration.ZERO, 1)) {
      assertThat(graded(line, course, "9.1", submission, "R01").message())
          .contains("ended by itself with exit code 3", "Last output: “no settings”");
      assertThat(line.logsToLose.get()).isZero();
    }
  }

  @Test
  void aCommandIsNotBlamedForOutputThatWasLost() throws Exception {
    Path course = Binary.COURSE;
    try (Line line = new Line("", Duration.ZERO, 3)) {
      Path reference = course.resolve("solutions/3.12/reference");
      assertThat(graded(line, course, "3.12", reference, "R01").outcome()).isEqualTo(Result.PASS);
      assertThat(line.logsToLose.get()).isZero();
    }
  }

  private CheckResult graded(Line line, Path course, String exercise, Path submission, String check)
      throws Exception {
    Binary.Ended ended =
        new Binary(folder)
            .course(course)
            .with("DOCKER_HOST", line.address())
            .run("grade", exercise, submission.toString(), "--json", "-");
    return ResultJson.read(ended.out()).images().get(0).checks().stream()
        .filter(one -> one.id().equals(check))
        .findFirst()
        .orElseThrow();
  }

  /**
   * A line over TCP to the engine, on which some answers are late, and the first logs come out
   * empty.
   */
  private static final class Line implements AutoCloseable {

    private static final Pattern LOG_TAIL = Pattern.compile("^GET \\S+/logs\\?\\S*tail=(\\d+)");

    private final AtomicInteger heldBack = new AtomicInteger();
    private final ServerSocketChannel server = ServerSocketChannel.open();
    private final ExecutorService pumps = Executors.newCachedThreadPool();
    private final String late;
    private final Duration by;
    private final AtomicInteger logsToLose;

    Line(String late, Duration by, int logsToLose) throws IOException {
      this.late = late;
      this.by = by;
      this.logsToLose = new AtomicInteger(logsToLose);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      pumps.submit(this::accept);
    }

    String address() {
      return "tcp://127.0.0.1:" + server.socket().getLocalPort();
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
      String head =
          StandardCharsets.ISO_8859_1
              .decode(request.duplicate())
              .toString()
              .lines()
              .findFirst()
              .orElse("");
      if (!by.isZero() && head.startsWith("POST ") && head.contains(late)) {
        wait.set(true);
      }
      Matcher tail = LOG_TAIL.matcher(head);
      if (tail.find() && logsToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        for (int i = tail.start(1); i < tail.end(1); i++) {
          request.put(i, (byte) '0');
        }
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
