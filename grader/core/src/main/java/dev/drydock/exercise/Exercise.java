package dev.drydock.exercise;

import dev.drydock.image.ByteSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One exercise: the content of its {@code exercise.yaml}, with the folder it was read from.
 *
 * @param id as in the course: {@code 3.9}
 * @param summary one sentence for lists
 * @param folder the pristine exercise, absolute
 * @param published figures of other courses, cited on pages
 */
public record Exercise(
    String id,
    String title,
    String summary,
    Path folder,
    List<PublishedFigure> published,
    List<ImageSpec> images) {

  public Exercise {
    published = List.copyOf(published);
    images = List.copyOf(images);
    if (images.isEmpty()) {
      throw new IllegalArgumentException("exercise " + id + " names no image");
    }
  }

  /** Name of the folder, such as {@code 3.9-multi-stage-backend}. */
  public String folderName() {
    return folder.getFileName().toString();
  }

  public double maxPoints() {
    return images.stream().flatMap(i -> i.rules().stream()).mapToDouble(CheckRule::points).sum();
  }

  /** Whether students bring programs of their own, whose sizes do not compare. */
  public boolean takesOwnProjects() {
    return images.stream().anyMatch(ImageSpec::takesWholeProject);
  }

  public Optional<ImageSpec> image(String name) {
    return images.stream().filter(image -> image.name().equals(name)).findFirst();
  }

  /** A size that others have published for the same lesson. */
  public record PublishedFigure(String label, ByteSize size) {}
}
