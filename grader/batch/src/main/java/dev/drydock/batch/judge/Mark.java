package dev.drydock.batch.judge;

import dev.drydock.batch.entry.EntryId;
import dev.drydock.batch.judge.Overrides.Decision;
import dev.drydock.batch.store.EntryRecord.Attempt;
import dev.drydock.text.Printable;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What counts for one entry: the grader's result, the instructor's override, and the date.
 *
 * @param path harmless name of the entry's files: {@code alice/3.9}
 * @param override null when there is none
 * @param attempts oldest first
 * @param submittedAt null when unknown
 * @param markedLate whether the platform it comes from marked it late
 * @param due null when there is no such date
 */
public record Mark(
    EntryId id,
    String exerciseTitle,
    String path,
    SubmissionResult result,
    @Nullable Decision override,
    List<Attempt> attempts,
    @Nullable Instant submittedAt,
    boolean markedLate,
    @Nullable Instant due) {

  public Mark {
    attempts = List.copyOf(attempts);
  }

  /** How long grading took, zero when nothing was built. */
  public Duration took() {
    long millis = 0;
    for (Attempt attempt : attempts) {
      millis = attempt.millis() > 0 && !attempt.kept() ? attempt.millis() : millis;
    }
    return Duration.ofMillis(millis);
  }

  /** The points that count; empty, never 0, where the grader's failure left no grade. */
  public Optional<Double> points() {
    if (override != null && override.points() != null) {
      return Optional.of(override.points());
    }
    return result.state() == State.NOT_GRADED ? Optional.empty() : Optional.of(result.points());
  }

  public boolean isOverridden() {
    return override != null && override.points() != null;
  }

  public String comment() {
    return override == null ? "" : override.comment();
  }

  /** Whether it was handed in late, by the course's date or, without one, the platform's mark. */
  public boolean isLate() {
    return lateBy().isPresent() || (markedLate && !isKnownInTime());
  }

  /** How late it was handed in, empty when on time or unknown. */
  public Optional<Duration> lateBy() {
    return submittedAt == null || due == null || !submittedAt.isAfter(due)
        ? Optional.empty()
        : Optional.of(Duration.between(due, submittedAt));
  }

  /** What is reported beside the grader's own result, a sentence each. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (isOverridden()) {
      notes.add("The points were set by the instructor.");
    }
    if (!comment().isEmpty()) {
      notes.add("Comment: " + comment());
    }
    if (isLate()) {
      notes.add(
          "Handed in late" + lateBy().map(by -> " by " + Printable.time(by)).orElse("") + ".");
    }
    return List.copyOf(notes);
  }

  private boolean isKnownInTime() {
    return submittedAt != null && due != null && !submittedAt.isAfter(due);
  }

  public boolean isGraded() {
    return points().isPresent();
  }
}
