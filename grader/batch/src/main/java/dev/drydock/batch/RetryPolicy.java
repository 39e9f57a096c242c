package dev.drydock.batch;

import dev.drydock.check.dockerfile.SyntaxAvailable;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.SubmissionResult;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * When a submission that could not be graded is tried again.
 *
 * @param delays before each repetition; as many repetitions as delays
 * @param lasting whether trying again would be useless
 */
public record RetryPolicy(List<Duration> delays, Predicate<SubmissionResult> lasting) {

  public RetryPolicy {
    delays = List.copyOf(delays);
  }

  /** Three times, over the two minutes that an engine's restart may take. */
  public static RetryPolicy standard() {
    return after(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(90));
  }

  public static RetryPolicy after(Duration... delays) {
    return new RetryPolicy(List.of(delays), RetryPolicy::lacksFeature);
  }

  private static boolean lacksFeature(SubmissionResult result) {
    return result.images().stream()
        .flatMap(image -> image.checks().stream())
        .anyMatch(
            check ->
                check.id().equals(SyntaxAvailable.ID)
                    && check.outcome() == CheckResult.Result.FAIL);
  }

  boolean isRepeated(SubmissionResult result, int attempt) {
    return result.state() == SubmissionResult.State.NOT_GRADED
        && attempt <= delays.size()
        && !lasting.test(result);
  }

  Duration delay(int attempt) {
    return delays.get(attempt - 1);
  }
}
