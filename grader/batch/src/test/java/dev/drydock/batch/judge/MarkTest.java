package dev.drydock.batch.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.batch.entry.EntryId;
import dev.drydock.verdict.GradingEnvironment;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarkTest {

  private static final Instant DUE = Instant.parse("2026-03-01T22:59:00Z");

  @Test
  void whatCameAfterTheDateIsLateByTheTimeBetween() {
    Mark mark = mark(DUE.plusSeconds(90), DUE, false);
    assertThat(mark.isLate()).isTrue();
    assertThat(mark.lateBy()).contains(Duration.ofSeconds(90));
  }

  @Test
  void theLastSecondIsInTime() {
    assertThat(mark(DUE, DUE, false).isLate()).isFalse();
  }

  @Test
  void withoutATimeOrADateNothingIsLate() {
    assertThat(mark(null, DUE, false).isLate()).isFalse();
    assertThat(mark(DUE.plusSeconds(1), null, false).isLate()).isFalse();
  }

  @Test
  void whatThePlatformMarkedIsLateUnlessTheCoursesDateSaysOtherwise() {
    assertThat(mark(null, null, true).isLate()).isTrue();
    assertThat(mark(null, null, true).lateBy()).isEmpty();
    assertThat(mark(DUE.minusSeconds(1), DUE, true).isLate()).isFalse();
  }

  @Test
  void latenessCostsNothingByItself() {
    assertThat(mark(DUE.plusSeconds(90), DUE, true).points()).contains(4.0);
  }

  private static Mark mark(@Nullable Instant at, @Nullable Instant due, boolean markedLate) {
    SubmissionResult result =
        new SubmissionResult(
            1,
            "3.9",
            "alice",
            State.GRADED,
            true,
            4,
            4,
            List.of(),
            null,
            new GradingEnvironment("1", "", "", "", "", List.of()),
            List.of(),
            List.of());
    EntryId id = new EntryId("alice", "3.9");
    return new Mark(id, "", "alice/3.9", result, null, List.of(), at, markedLate, due);
  }
}
