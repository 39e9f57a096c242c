package dev.drydock.pipeline;

import dev.drydock.exercise.ImageSpec;
import dev.drydock.exercise.InvalidExercise;
import dev.drydock.exercise.ProjectFile;
import dev.drydock.submission.SubmittedFile;
import dev.drydock.submission.SubmittedImage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An image of a submission with what is asked of it: the exercise's own contract, or what the
 * project says of itself where the whole project is the submission.
 *
 * @param spec what is asked
 * @param declaration text of the project's drydock.yaml, null where there is none
 * @param before the old Dockerfile, null where none was handed in
 */
record OwnProject(ImageSpec spec, @Nullable String declaration, @Nullable SubmittedFile before) {

  /**
   * @throws UngradableProject when its drydock.yaml is not what it has to be
   */
  static OwnProject of(ImageSpec spec, SubmittedImage submitted) throws UngradableProject {
    if (!spec.takesWholeProject()) {
      return new OwnProject(spec, null, null);
    }
    Optional<SubmittedFile> declared = submitted.file(ProjectFile.FILE_NAME);
    if (declared.isEmpty()) {
      return new OwnProject(spec, null, submitted.file(ProjectFile.DEFAULT_BEFORE).orElse(null));
    }
    SubmittedFile file = declared.get();
    try {
      ProjectFile project = ProjectFile.parse(file.source(), file.text());
      SubmittedFile before =
          submitted
              .file(project.before())
              .orElseThrow(
                  () ->
                      new UngradableProject(
                          file.source()
                              + ": before: there is no file '"
                              + project.before()
                              + "' in the project; it should be the old Dockerfile, to compare sizes with"));
      return new OwnProject(project.asked(spec), file.text(), before);
    } catch (InvalidExercise e) {
      throw new UngradableProject(String.valueOf(e.getMessage()));
    }
  }
}
