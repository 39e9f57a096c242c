package dev.drydock.site.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the grader's own result of a submission.
 *
 * @param points the instructor's, null where the grader's count
 * @param notes the override, the comment, the delay: a sentence each
 * @param late whether it was handed in late
 * @param attempts oldest first
 */
public record Assessment(
    @Nullable Double points, List<String> notes, boolean late, List<Attempt> attempts) {

  /** Of a result that stands alone. */
  public static final Assessment NONE = new Assessment(null, List.of(), false, List.of());

  public Assessment {
    notes = List.copyOf(notes);
    attempts = List.copyOf(attempts);
  }
}
