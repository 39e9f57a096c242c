package dev.drydock.batch.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InProcessQueueTest {

  private final AtomicLong now = new AtomicLong();
  private final InProcessQueue queue = new InProcessQueue(now::get);

  @Test
  void jobsComeInTheirOrderAndOnce() throws Exception {
    queue.add("a");
    queue.add("b");
    queue.add("a");
    assertThat(queue.take()).map(Claim::job).contains("a");
    assertThat(queue.take()).map(Claim::job).contains("b");
    assertThat(queue.waiting()).isZero();
  }

  @Test
  void itIsDrainedWhenTheLastClaimIsDone() throws Exception {
    queue.add("a");
    Claim claim = queue.take().orElseThrow();
    CompletableFuture<Optional<Claim>> other = CompletableFuture.supplyAsync(this::take);
    assertThat(queue.done(claim)).isTrue();
    assertThat(other.get(10, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void aRepetitionWaitsUntilItIsDue() throws Exception {
    queue.add("a");
    queue.add("b");
    Claim a = queue.take().orElseThrow();
    queue.again(a, Duration.ofSeconds(10));
    Claim b = queue.take().orElseThrow();
    assertThat(b.job()).isEqualTo("b");
    queue.done(b);
    now.addAndGet(Duration.ofSeconds(10).toNanos());
    Claim again = queue.take().orElseThrow();
    assertThat(again.job()).isEqualTo("a");
    assertThat(again.attempt()).isEqualTo(2);
  }

  @Test
  void aLateResultOfAnOlderClaimIsRefused() throws Exception {
    queue.add("a");
    Claim lost = queue.take().orElseThrow();
    queue.again(lost, Duration.ZERO);
    Claim taken = queue.take().orElseThrow();
    assertThat(queue.holds(lost)).isFalse();
    assertThat(queue.done(lost)).isFalse();
    assertThat(queue.again(lost, Duration.ZERO)).isFalse();
    assertThat(queue.holds(taken)).isTrue();
    assertThat(taken.fence()).isGreaterThan(lost.fence());
  }

  @Test
  void afterAStopNothingIsHandedOutAndClaimsStillCount() throws Exception {
    queue.add("a");
    queue.add("b");
    Claim claim = queue.take().orElseThrow();
    queue.stop();
    assertThat(queue.take()).isEmpty();
    assertThat(queue.done(claim)).isTrue();
  }

  private Optional<Claim> take() {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
