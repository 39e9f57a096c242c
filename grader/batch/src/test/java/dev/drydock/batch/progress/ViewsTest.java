package dev.drydock.batch.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.batch.entry.EntryId;
import dev.drydock.batch.progress.BatchStatus.Running;
import dev.drydock.verdict.GradingEnvironment;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewsTest {

  private static final EntryId ALICE = new EntryId("alice", "3.9");
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text);

  @Test
  void theLineSaysCountsRateAndWhatIsGoingOn() {
    BatchStatus status =
        status(List.of(new Running(ALICE, "build", "RUN npm ci", Duration.ofSeconds(12))));
    assertThat(StatusLine.render(status, 200))
        .isEqualTo(
            "██████████░░░░░░░░░░ 200/400 · 120 passed, 60 failed, 15 not gradable, 5 not graded,"
                + " 200 left · 10.0/min, about 20 min left · alice 3.9 build RUN npm ci (12 s)");
  }

  @Test
  void aNarrowTerminalGetsWholePartsOnly() {
    assertThat(StatusLine.render(status(List.of()), 40)).isEqualTo("██████████░░░░░░░░░░ 200/400");
  }

  @Test
  void whatStudentsNameThemselvesCannotMoveTheCursor() {
    EntryId evil = new EntryId("\u001B[2Jx\n\u202E", "3.9");
    BatchStatus status =
        status(List.of(new Running(evil, "build", "RUN echo \u001B]0;x\u0007", Duration.ZERO)));
    assertThat(StatusLine.render(status, 300)).doesNotContain("\u001B", "\n", "\u202E", "\u0007");
    PlainView view = new PlainView(out);
    view.settled(evil, result(State.NOT_GRADABLE, "\u001B[1A\nforged"), Settled.GRADED);
    assertThat(text.toString()).doesNotContain("\u001B", "\u202E").hasLineCount(1);
  }

  @Test
  void thereIsNoEstimateBeforeAnythingWasGraded() {
    BatchStatus status = new BatchStatus(4, 2, 0, 0, 0, 2, Duration.ofMinutes(1), List.of());
    assertThat(status.remaining()).isEmpty();
    assertThat(StatusLine.render(status, 200)).doesNotContain("min");
  }

  @Test
  void plainLinesSayHowFarItIs() {
    PlainView view = new PlainView(out);
    BatchProgress progress = new BatchProgress(20, CLOCK);
    view.begin(progress);
    progress.settled(result(State.GRADED, null), Settled.GRADED);
    view.settled(ALICE, result(State.GRADED, null), Settled.GRADED);
    view.settled(ALICE, result(State.GRADED, null), Settled.UNCHANGED);
    view.retrying(ALICE, "the engine is gone", 2, Duration.ofSeconds(30));
    view.stopping(2);
    view.close();
    view.close();
    assertThat(text.toString().lines())
        .containsExactly(
            "[ 1/20] alice 3.9: passed, 20 of 20 points",
            "[ 1/20] alice 3.9: attempt 2 in 30 s, because the engine is gone",
            "stopping; 2 submissions are in progress",
            "1 of 20 done in 0 s: 1 passed, 0 failed, 19 left");
  }

  @Test
  void theBarIsClearedAtTheEnd() {
    BarView view = new BarView(out, () -> 100);
    BatchProgress progress = new BatchProgress(1, CLOCK);
    view.begin(progress);
    progress.settled(result(State.NOT_GRADED, "disk full"), Settled.GRADED);
    view.settled(ALICE, result(State.NOT_GRADED, "disk full"), Settled.GRADED);
    view.close();
    String shown = text.toString();
    assertThat(shown).contains("\r\u001B[Kalice 3.9: not graded: disk full");
    assertThat(shown.strip()).endsWith("1 of 1 done in 0 s: 0 passed, 0 failed, 1 not graded");
  }

  private static BatchStatus status(List<Running> running) {
    return new BatchStatus(400, 120, 60, 15, 5, 0, Duration.ofMinutes(20), running);
  }

  private static SubmissionResult result(State state, String message) {
    boolean graded = state == State.GRADED;
    GradingEnvironment environment = new GradingEnvironment("1", "", "", "", "", List.of());
    return new SubmissionResult(
        1,
        "3.9",
        "alice",
        state,
        graded,
        graded ? 20 : 0,
        20,
        List.of(),
        message,
        environment,
        List.of(),
        List.of());
  }
}
