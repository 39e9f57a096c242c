package dev.drydock.batch.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.drydock.verdict.SubmissionResult.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code run.json}: what a RUN folder holds.
 *
 * <pre>{@code
 * {"schemaVersion": 1, "graderVersion": "1.0.0", "status": "finished",
 *  "exercises": [{"id": "3.9", "title": "…", "maxPoints": 20.0, "hash": "9c1f…"}],
 *  "entries": [{"student": "alice", "exercise": "3.9", "path": "alice/3.9",
 *               "result": "results/alice/3.9.json", "source": "alice/3.9",
 *               "submittedAt": "2026-03-01T20:11:00Z", "markedLate": false, "state": "graded", "passed": true,
 *               "points": 20.0}]}
 * }</pre>
 *
 * @param startedAt of the last call that worked on it, ISO 8601
 */
public record RunManifest(
    int schemaVersion,
    String graderVersion,
    Status status,
    String startedAt,
    String updatedAt,
    List<ExerciseLine> exercises,
    List<EntryLine> entries) {

  public static final int SCHEMA_VERSION = 1;

  public RunManifest {
    exercises = exercises == null ? List.of() : List.copyOf(exercises);
    entries = entries == null ? List.of() : List.copyOf(entries);
  }

  /** How the last call ended; a killed one stays {@code running}. */
  public enum Status {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("interrupted")
    INTERRUPTED,
    @JsonProperty("finished")
    FINISHED
  }

  /** An exercise as it was when it was last graded. */
  public record ExerciseLine(String id, String title, double maxPoints, String hash) {}

  /**
   * One entry. During a run, and after a killed one, the last three fields are those of the
   * previous call: the result's file has the truth.
   *
   * @param path of its files without an ending, below {@code results}, {@code logs}…
   * @param result file of its result, relative to the folder
   * @param source the submission's own name, as given
   */
  public record EntryLine(
      String student,
      String exercise,
      String path,
      String result,
      String source,
      @Nullable String submittedAt,
      boolean markedLate,
      @Nullable State state,
      boolean passed,
      double points) {}
}
