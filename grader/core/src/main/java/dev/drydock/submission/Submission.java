package dev.drydock.submission;

import dev.drydock.files.Fingerprint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One student's work on one exercise, as found: it can be graded, or it is said why not. */
public sealed interface Submission {

  /** What was in it and is not looked at. */
  IgnoredFiles ignored();

  /** What the student should know: which file was taken where several might have been meant. */
  List<String> notes();

  /** All the student should know of how the files were understood, a sentence each. */
  default List<String> understood() {
    return notes();
  }

  /**
   * There is something to grade.
   *
   * @param images in the exercise's order, those found
   * @param missing images of the exercise without a Dockerfile in the submission
   */
  record Accepted(
      List<SubmittedImage> images,
      List<MissingImage> missing,
      IgnoredFiles ignored,
      List<String> notes)
      implements Submission {

    public Accepted {
      images = List.copyOf(images);
      missing = List.copyOf(missing);
      notes = List.copyOf(notes);
    }

    /** With the images that were not found. */
    @Override
    public List<String> understood() {
      return Stream.concat(
              notes.stream(), missing.stream().map(image -> image.name() + ": " + image.reason()))
          .toList();
    }

    public Optional<SubmittedImage> image(String name) {
      return images.stream().filter(image -> image.name().equals(name)).findFirst();
    }

    /** The same for the same bytes under the same names, whoever handed them in: hexadecimal. */
    public String contentKey() {
      Fingerprint key = new Fingerprint();
      for (SubmittedImage image : images) {
        key.add(image.name());
        for (SubmittedFile file : image.files()) {
          key.add(file.isExecutable() ? "x" : "-").add(file.name()).add(file.bytes());
        }
      }
      return key.hex();
    }
  }

  /**
   * An image of which nothing was handed in.
   *
   * @param reason a sentence for the student
   */
  record MissingImage(String name, String reason) {}

  /**
   * Nothing can be graded, and that is the student's to put right.
   *
   * @param reason a sentence for the student
   */
  record NotGradable(String reason, IgnoredFiles ignored, List<String> notes)
      implements Submission {

    public NotGradable {
      notes = List.copyOf(notes);
    }
  }
}
