package dev.drydock.submission.choice;

import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.submission.IgnoredFiles;
import dev.drydock.submission.Submission;
import dev.drydock.submission.Submission.MissingImage;
import dev.drydock.submission.SubmittedFile;
import dev.drydock.submission.SubmittedImage;
import dev.drydock.submission.choice.DockerfileFinder.Candidate;
import dev.drydock.submission.folder.EntryKind;
import dev.drydock.submission.folder.IntakeLimits;
import dev.drydock.submission.folder.RejectedSubmission;
import dev.drydock.submission.folder.SubmissionTree;
import dev.drydock.submission.folder.TreeEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides which files of a submission are graded, and says so where that is not plain. */
final class FileChoice {

  private static final int MAX_NOTED = 20;

  private final Exercise exercise;
  private final SubmissionTree tree;
  private final IntakeLimits limits;
  private final DockerfileChoice dockerfiles;
  private final List<String> notes = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  private FileChoice(Exercise exercise, SubmissionTree tree, IntakeLimits limits) {
    this.exercise = exercise;
    this.tree = tree;
    this.limits = limits;
    this.dockerfiles = new DockerfileChoice(exercise, tree, limits);
  }

  static Submission choose(Exercise exercise, SubmissionTree whole, IntakeLimits limits) {
    String folder = ExerciseNarrowing.folderFor(exercise, whole);
    SubmissionTree narrowed = whole.below(folder);
    boolean useful =
        exercise.images().stream()
            .anyMatch(
                image ->
                    !new DockerfileFinder(exercise, narrowed).candidates(image).isEmpty()
                        || narrowed.obstacle(image.name() + "/Dockerfile").isPresent());
    return new FileChoice(exercise, useful ? narrowed : whole, limits).choose();
  }

  private Submission choose() {
    try {
      List<SubmittedImage> images = new ArrayList<>();
      List<MissingImage> missing = new ArrayList<>();
      for (ImageSpec image : exercise.images()) {
        Optional<Candidate> dockerfile = dockerfiles.choose(image, notes);
        if (dockerfile.isPresent()) {
          if (!dockerfile.get().isAsAsked()) {
            requireAllSeen();
          }
          images.add(image(image, dockerfile.get()));
        } else {
          missing.add(new MissingImage(image.name(), dockerfiles.whyNone(image)));
        }
      }
      if (!missing.isEmpty()) {
        requireAllSeen();
      }
      if (images.isEmpty()) {
        return notGradable(missing.get(0).reason());
      }
      noteWhatIsNoFile();
      return new Submission.Accepted(images, missing, ignored(), notes);
    } catch (RejectedSubmission e) {
      return notGradable(e.reason());
    }
  }

  /** What is missed, or something better, may be where this machine cannot look. */
  private void requireAllSeen() throws RejectedSubmission {
    Optional<TreeEntry> closed =
        tree.entries().stream().filter(entry -> entry.kind() == EntryKind.CLOSED).findFirst();
    if (closed.isPresent()) {
      throw closed.get().rejection();
    }
  }

  private Submission notGradable(String reason) {
    noteWhatIsNoFile();
    return new Submission.NotGradable(reason, ignored(), notes);
  }

  private SubmittedImage image(ImageSpec image, Candidate chosen) throws RejectedSubmission {
    EditableFiles editable = new EditableFiles(image, chosen.entry(), tree, limits);
    List<SubmittedFile> files = editable.read();
    files.forEach(file -> taken.add(file.source()));
    notes.addAll(editable.notes());
    SubmittedFile dockerfile =
        files.stream()
            .filter(file -> file.name().equals("Dockerfile"))
            .findFirst()
            .orElseThrow(() -> new RejectedSubmission("no Dockerfile for " + image.name()));
    return new SubmittedImage(image.name(), dockerfile, files);
  }

  private IgnoredFiles ignored() {
    return IgnoredFiles.of(
        tree.entries().stream().map(TreeEntry::name).filter(name -> !taken.contains(name)).toList(),
        limits.listed());
  }

  private void noteWhatIsNoFile() {
    if (!tree.isComplete()) {
      notes.add("there are more than " + limits.entries() + " files: some were not looked at");
    }
    List<String> refused =
        tree.entries().stream()
            .filter(TreeEntry::isRefused)
            .map(entry -> entry.refusal() + ": ignored")
            .toList();
    notes.addAll(refused.subList(0, Math.min(MAX_NOTED, refused.size())));
    if (refused.size() > MAX_NOTED) {
      notes.add("and " + (refused.size() - MAX_NOTED) + " more of that kind");
    }
  }
}
