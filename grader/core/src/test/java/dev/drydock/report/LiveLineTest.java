package dev.drydock.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LiveLineTest {

  private static final Duration SELDOM = Duration.ofHours(1);

  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text);

  @Test
  void itIsDrawnAgainWithoutBeingAsked() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(3);
    LiveLine live =
        LiveLine.every(
            Duration.ofMillis(1),
            out,
            () -> {
              asked.countDown();
              return "working";
            });
    boolean often = asked.await(1, TimeUnit.MINUTES);
    live.close();
    assertThat(often).isTrue();
    assertThat(text.toString()).startsWith("\r\u001B[Kworking\r\u001B[Kworking");
  }

  @Test
  void whatStaysIsPrintedOverIt() {
    LiveLine live = LiveLine.every(SELDOM, out, () -> "");
    live.above("one is done");
    live.draw();
    live.close();
    assertThat(text).hasToString("\r\u001B[Kone is done" + System.lineSeparator() + "\r\u001B[K");
  }

  @Test
  void itIsGoneAfterClosing() {
    LiveLine live = LiveLine.every(SELDOM, out, () -> "working");
    live.close();
    int end = text.toString().length();
    live.draw();
    live.close();
    assertThat(text.toString()).hasSize(end).endsWith("\r\u001B[K");
  }
}
