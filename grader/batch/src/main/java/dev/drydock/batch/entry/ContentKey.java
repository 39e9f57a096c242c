package dev.drydock.batch.entry;

import java.util.List;
import java.util.Map;

/**
 * By what an entry counts as changed. Entries with the same collection key have the same evidence
 * and are graded once; a changed judging key alone is judged from the evidence there is.
 *
 * @param collection of all that evidence depends on: the submission's bytes, the pristine exercise,
 *     how it is built and run, the grader, the engine
 * @param judging of what a result depends on besides: thresholds, points, names of files
 * @param dockerfiles what the student calls the Dockerfile of each image
 * @param ignored files of the submission that grading does not take
 * @param gradable false when intake refused it; such ones are never shared
 */
public record ContentKey(
    String collection,
    String judging,
    Map<String, String> dockerfiles,
    List<String> ignored,
    boolean gradable) {

  public ContentKey {
    dockerfiles = Map.copyOf(dockerfiles);
    ignored = List.copyOf(ignored);
  }
}
