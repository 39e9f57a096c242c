package dev.drydock.submission.choice;

import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.submission.choice.Roles.Mention;
import dev.drydock.submission.folder.DockerfileName;
import dev.drydock.submission.folder.EntryKind;
import dev.drydock.submission.folder.EntryNames;
import dev.drydock.submission.folder.SubmissionTree;
import dev.drydock.submission.folder.TreeEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the files of a submission that may be the Dockerfile of an image, best first. */
final class DockerfileFinder {

  private final Exercise exercise;
  private final SubmissionTree tree;
  private final Roles roles;

  DockerfileFinder(Exercise exercise, SubmissionTree tree) {
    this.exercise = exercise;
    this.tree = tree;
    this.roles = new Roles(exercise);
  }

  /** Where a file lies, best first. */
  enum Place {
    IMAGE_FOLDER,
    TOP,
    FOLDER_OF_THAT_NAME,
    ELSEWHERE
  }

  /** A file that may be meant, and how well it fits. */
  record Candidate(TreeEntry entry, Place place, DockerfileName name, Mention mention) {

    static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparing(Candidate::place)
            .thenComparing((Candidate c) -> c.name().form())
            .thenComparing(Candidate::mention)
            .thenComparing((Candidate c) -> c.name().age());

    boolean fitsAsWellAs(Candidate other) {
      return BEST_FIRST.compare(this, other) == 0;
    }

    /** Whether it lies where the exercise asks for it, under the name it asks for. */
    boolean isAsAsked() {
      return name.form() == DockerfileName.Form.EXACT
          && (place == Place.IMAGE_FOLDER || place == Place.TOP);
    }

    /** Why it was taken. */
    String why() {
      if (mention == Mention.THIS && name.form() == DockerfileName.Form.OTHER) {
        return "its name says so";
      }
      if (name.age() == DockerfileName.Age.LATER) {
        return "its name says it is the later one";
      }
      if (place == Place.FOLDER_OF_THAT_NAME || mention == Mention.THIS) {
        return "its folder says so";
      }
      return "it is the one that reads like a Dockerfile";
    }
  }

  List<Candidate> candidates(ImageSpec image) {
    List<Candidate> found = new ArrayList<>();
    for (TreeEntry entry : tree.entries()) {
      if (entry.kind() != EntryKind.SKIPPED_FOLDER && entry.kind() != EntryKind.BAD_NAME) {
        candidate(entry, image).ifPresent(found::add);
      }
    }
    found.sort(
        Candidate.BEST_FIRST.thenComparing((Candidate candidate) -> candidate.entry().name()));
    return found;
  }

  private Optional<Candidate> candidate(TreeEntry entry, ImageSpec image) {
    Optional<DockerfileName> name = DockerfileName.of(entry.fileName());
    String folder = entry.folder();
    if (name.isEmpty() || folder.startsWith(".") || folder.contains("/.")) {
      return Optional.empty();
    }
    List<String> folderWords = DockerfileName.words(folder);
    if (name.get().age() == DockerfileName.Age.OLD
        || DockerfileName.age(folderWords) == DockerfileName.Age.OLD) {
      return Optional.empty();
    }
    Place place = place(folder, image);
    Mention byName =
        first(roles.ofImage(name.get().words(), image), roles.ofExercise(entry.fileName()));
    Mention byFolder = first(roles.ofImage(folderWords, image), roles.ofExercise(folder));
    boolean speaksOfAnother =
        byName == Mention.ANOTHER || (byFolder == Mention.ANOTHER && place != Place.IMAGE_FOLDER);
    if (speaksOfAnother || !isFor(image, place, name.get(), folderWords)) {
      return Optional.empty();
    }
    Mention mention =
        byName == Mention.THIS || byFolder == Mention.THIS ? Mention.THIS : Mention.NOTHING;
    return Optional.of(new Candidate(entry, place, name.get(), mention));
  }

  /** Where an exercise has several images, a file has to say which one it is for. */
  private boolean isFor(
      ImageSpec image, Place place, DockerfileName name, List<String> folderWords) {
    return exercise.images().size() == 1
        || place == Place.IMAGE_FOLDER
        || place == Place.FOLDER_OF_THAT_NAME
        || roles.ofImage(name.words(), image) == Mention.THIS
        || roles.ofImage(folderWords, image) == Mention.THIS;
  }

  private static Mention first(Mention image, Mention id) {
    if (image == Mention.ANOTHER || id == Mention.ANOTHER) {
      return Mention.ANOTHER;
    }
    return image == Mention.THIS || id == Mention.THIS ? Mention.THIS : Mention.NOTHING;
  }

  private static Place place(String folder, ImageSpec image) {
    if (folder.equals(image.name() + "/")) {
      return Place.IMAGE_FOLDER;
    }
    if (folder.isEmpty()) {
      return Place.TOP;
    }
    return EntryNames.lower("/" + folder).endsWith("/" + image.name() + "/")
        ? Place.FOLDER_OF_THAT_NAME
        : Place.ELSEWHERE;
  }
}
