package dev.drydock.batch.entry;

import dev.drydock.files.Fingerprint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By what an entry counts as changed. Entries with the same collection key have the same evidence
 * and are graded once; a changed judging key alone is judged from the evidence there is.
 *
 * @param submission of the submission's bytes, the pristine exercise, how it is built and run, the
 *     grader
 * @param conditions engine, builder and base images as text, null when no engine could tell
 * @param judging of what a result depends on besides: thresholds, points, names of files, notes
 * @param dockerfiles what the student calls the Dockerfile of each image
 * @param ignored files of the submission that grading does not take
 * @param notes what the student should know of how the files were understood
 * @param gradable false when intake refused it; such ones are never shared
 */
public record ContentKey(
    String submission,
    @Nullable String conditions,
    String judging,
    Map<String, String> dockerfiles,
    List<String> ignored,
    List<String> notes,
    boolean gradable) {

  public ContentKey {
    dockerfiles = Map.copyOf(dockerfiles);
    ignored = List.copyOf(ignored);
    notes = List.copyOf(notes);
  }

  /** Of all that evidence depends on, as far as it is known. */
  public String collection() {
    String known = conditions == null ? "not known" : conditions;
    return new Fingerprint().add(submission).add(known).hex();
  }

  /** Whether {@link #collection} is all of it. */
  public boolean isComplete() {
    return conditions != null;
  }

  public ContentKey under(@Nullable String newConditions) {
    return new ContentKey(
        submission, newConditions, judging, dockerfiles, ignored, notes, gradable);
  }
}
