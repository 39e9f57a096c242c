package dev.drydock.batch.entry;

import dev.drydock.files.Fingerprint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What decides whether an entry has changed. Entries with the same collection key have the same
 * evidence and are graded once; if only the judging key changed, the entry is judged from its
 * stored evidence.
 *
 * @param submission of the submission's bytes, the pristine exercise, how it is built and run, the
 *     grader
 * @param conditions engine, builder and base images as text, null when no engine answered
 * @param judging of what else a result depends on: thresholds, points, file names, notes
 * @param dockerfiles the student's name for each image's Dockerfile
 * @param ignored files of the submission that grading does not take
 * @param notes what the student should know about how the files were interpreted
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

  /** Of everything known that evidence depends on. */
  public String collection() {
    String known = conditions == null ? "not known" : conditions;
    return new Fingerprint().add(submission).add(known).hex();
  }

  /** Whether {@link #collection} is complete. */
  public boolean isComplete() {
    return conditions != null;
  }

  public ContentKey under(@Nullable String newConditions) {
    return new ContentKey(
        submission, newConditions, judging, dockerfiles, ignored, notes, gradable);
  }
}
