package dev.drydock.submission.choice;

import dev.drydock.exercise.Exercise;
import dev.drydock.submission.IgnoredFiles;
import dev.drydock.submission.Submission;
import dev.drydock.submission.archive.SubmissionReader;
import dev.drydock.submission.folder.Folders;
import dev.drydock.submission.folder.IntakeLimits;
import dev.drydock.submission.folder.RejectedSubmission;
import dev.drydock.submission.folder.SubmissionTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads one submission: from a folder, an archive or a Dockerfile alone to the bytes that are
 * graded. Safe to share between threads.
 */
public final class Intake {

  private final Path temporary;
  private final IntakeLimits limits;

  private Intake(Path temporary, IntakeLimits limits) {
    this.temporary = temporary;
    this.limits = limits;
  }

  /**
   * An intake.
   *
   * @param temporary existing folder in which archives are unpacked; nothing is left there
   */
  public static Intake using(Path temporary) {
    return using(temporary, IntakeLimits.standard());
  }

  public static Intake using(Path temporary, IntakeLimits limits) {
    return new Intake(temporary, limits);
  }

  /**
   * Read a submission. What may be wrong with it is in the result.
   *
   * @param source folder or archive; where it holds several exercises, this one's part is taken
   * @throws UncheckedIOException when the temporary folder cannot be written
   */
  public Submission read(Exercise exercise, Path source) {
    Path store = newFolder();
    try {
      boolean project = exercise.takesOwnProjects();
      long maxFile = (project ? limits.projectFile() : limits.file()).bytes();
      SubmissionTree tree =
          new SubmissionReader(limits, store, maxFile).read(source.toAbsolutePath().normalize());
      return FileChoice.choose(exercise, tree, limits);
    } catch (RejectedSubmission e) {
      return new Submission.NotGradable(e.reason(), IgnoredFiles.none(), List.of());
    } finally {
      Folders.delete(store);
    }
  }

  private Path newFolder() {
    try {
      return Files.createTempDirectory(temporary, "intake-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
