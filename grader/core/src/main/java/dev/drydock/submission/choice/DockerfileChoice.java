package dev.drydock.submission.choice;

import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.exercise.PristineFiles;
import dev.drydock.submission.archive.ArchiveFormat;
import dev.drydock.submission.choice.DockerfileFinder.Candidate;
import dev.drydock.submission.choice.DockerfileFinder.Place;
import dev.drydock.submission.folder.DockerfileName;
import dev.drydock.submission.folder.IntakeLimits;
import dev.drydock.submission.folder.RejectedSubmission;
import dev.drydock.submission.folder.SubmissionTree;
import dev.drydock.submission.folder.TreeEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes the one file that fits best as an image's Dockerfile. */
final class DockerfileChoice {

  private static final int MAX_NAMED = 5;

  private final Exercise exercise;
  private final SubmissionTree tree;
  private final IntakeLimits limits;
  private final DockerfileFinder finder;

  DockerfileChoice(Exercise exercise, SubmissionTree tree, IntakeLimits limits) {
    this.exercise = exercise;
    this.tree = tree;
    this.limits = limits;
    this.finder = new DockerfileFinder(exercise, tree);
  }

  /**
   * Choose.
   *
   * @param notes get the reason, where the file is not where and what it was asked to be
   * @throws RejectedSubmission when two files fit equally or the best is no regular file
   */
  Optional<Candidate> choose(ImageSpec image, List<String> notes) throws RejectedSubmission {
    Optional<TreeEntry> obstacle = tree.obstacle(image.name() + "/Dockerfile");
    if (obstacle.isPresent()) {
      throw obstacle.get().rejection();
    }
    List<Candidate> candidates = finder.candidates(image);
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    candidates = withoutUntouchedStarter(image, candidates, notes);
    Candidate best = candidates.get(0);
    if (!best.entry().isFile()) {
      throw best.entry().rejection();
    }
    refuseEquals(image, candidates);
    if (!best.isAsAsked()) {
      notes.add(
          image.name()
              + ": "
              + best.entry().shownName()
              + " is used because "
              + best.why()
              + others(candidates));
    }
    return Optional.of(best);
  }

  private static String others(List<Candidate> candidates) {
    return candidates.size() == 1
        ? ""
        : " (there are also " + names(candidates.subList(1, candidates.size())) + ")";
  }

  /** A starter left as it was loses against another file that was worked on. */
  private List<Candidate> withoutUntouchedStarter(
      ImageSpec image, List<Candidate> candidates, List<String> notes) throws RejectedSubmission {
    Candidate best = candidates.get(0);
    List<Candidate> others =
        candidates.stream()
            .skip(1)
            .filter(other -> other.place() == Place.IMAGE_FOLDER || other.place() == Place.TOP)
            .toList();
    if (others.isEmpty() || !best.entry().isFile() || !isStarter(image, best.entry())) {
      return candidates;
    }
    notes.add(image.name() + ": " + best.entry().shownName() + " is the unchanged starter");
    return others;
  }

  private boolean isStarter(ImageSpec image, TreeEntry entry) throws RejectedSubmission {
    Path starter = PristineFiles.of(exercise, image).get("Dockerfile");
    try {
      return starter != null
          && Arrays.equals(Files.readAllBytes(starter), entry.bytes(limits.file()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refuseEquals(ImageSpec image, List<Candidate> candidates) throws RejectedSubmission {
    Candidate best = candidates.get(0);
    List<Candidate> equal = candidates.stream().filter(best::fitsAsWellAs).toList();
    for (Candidate other : equal.subList(1, equal.size())) {
      boolean same =
          other.entry().isFile()
              && Arrays.equals(
                  best.entry().bytes(limits.file()), other.entry().bytes(limits.file()));
      if (!same) {
        throw new RejectedSubmission(
            "several files could be the Dockerfile of "
                + image.name()
                + ": "
                + names(equal)
                + ". Rename the right one to "
                + image.name()
                + "/Dockerfile");
      }
    }
  }

  /** A sentence for a submission in which nothing fits. */
  String whyNone(ImageSpec image) {
    String place = image.name() + "/Dockerfile";
    if (tree.hasFolder(place + "/")) {
      return place + " is a folder, not a file";
    }
    String left =
        tree.entries().stream()
            .filter(entry -> DockerfileName.of(entry.fileName()).isPresent())
            .map(entry -> entry.isRefused() ? entry.refusal() : entry.shownName())
            .limit(MAX_NAMED)
            .collect(Collectors.joining(", "));
    String found = left.isEmpty() ? "" : "; ignored, as they seem to be something else: " + left;
    String packed =
        tree.entries().stream()
            .filter(entry -> ArchiveFormat.hasEnding(entry.fileName()))
            .map(entry -> "; the archive " + entry.shownName() + " inside it is not unpacked")
            .findFirst()
            .orElse("");
    String more = tree.isComplete() ? "" : "; there are more files than the grader looks at";
    return "there is no Dockerfile for "
        + image.name()
        + ": expected "
        + place
        + found
        + packed
        + more;
  }

  private static String names(List<Candidate> candidates) {
    String names =
        candidates.stream()
            .limit(MAX_NAMED)
            .map(candidate -> candidate.entry().shownName())
            .collect(Collectors.joining(", "));
    return candidates.size() > MAX_NAMED ? names + "…" : names;
  }
}
