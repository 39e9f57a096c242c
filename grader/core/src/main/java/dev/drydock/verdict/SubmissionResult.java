package dev.drydock.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The result of one submission: the content of {@code result.json}, whose fields others rely on.
 *
 * @param student in a batch, null otherwise
 * @param passed every required check passed
 * @param ignoredFiles files of the submission that grading did not take, sorted
 * @param message why it is not graded or not gradable, null when graded
 * @param notes what the student should know of how the files were understood, a sentence each
 */
public record SubmissionResult(
    int schemaVersion,
    String exercise,
    @Nullable String student,
    State state,
    boolean passed,
    double points,
    double maxPoints,
    List<String> ignoredFiles,
    @Nullable String message,
    GradingEnvironment environment,
    List<ImageResult> images,
    List<String> notes) {

  public static final int SCHEMA_VERSION = 1;

  public SubmissionResult {
    ignoredFiles = List.copyOf(ignoredFiles);
    images = List.copyOf(images);
    // results written before there were notes have none
    notes = notes == null ? List.of() : List.copyOf(notes);
  }

  /** Whether an image did not build: before anything else the student has to fix that. */
  public boolean stoppedAtBuild() {
    return state == State.NOT_GRADABLE
        && images.stream().anyMatch(one -> one.sizeBytes() == null && !one.buildLog().isEmpty());
  }

  public SubmissionResult withStudent(String name) {
    return new SubmissionResult(
        schemaVersion,
        exercise,
        name,
        state,
        passed,
        points,
        maxPoints,
        ignoredFiles,
        message,
        environment,
        images,
        notes);
  }

  public SubmissionResult withNotes(List<String> said) {
    return new SubmissionResult(
        schemaVersion,
        exercise,
        student,
        state,
        passed,
        points,
        maxPoints,
        ignoredFiles,
        message,
        environment,
        images,
        said);
  }

  /** How far grading got, and whose doing it is where it stopped. */
  public enum State {
    @JsonProperty("graded")
    GRADED,
    /** The student's: no Dockerfile, does not parse, does not build. */
    @JsonProperty("not-gradable")
    NOT_GRADABLE,
    /** Ours: engine gone, registry unreachable, disk full. Never a zero. */
    @JsonProperty("not-graded")
    NOT_GRADED;

    /** As in {@code result.json}: {@code not-gradable}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
