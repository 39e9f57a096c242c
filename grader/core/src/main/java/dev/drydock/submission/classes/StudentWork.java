package dev.drydock.submission.classes;

import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.submission.archive.ArchiveFormat;
import dev.drydock.submission.archive.SubmissionReader;
import dev.drydock.submission.choice.ExerciseNarrowing;
import dev.drydock.submission.folder.DockerfileName;
import dev.drydock.submission.folder.EntryNames;
import dev.drydock.submission.folder.FolderReader;
import dev.drydock.submission.folder.IntakeLimits;
import dev.drydock.submission.folder.RejectedSubmission;
import dev.drydock.submission.folder.SubmissionTree;
import dev.drydock.submission.folder.TreeEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the exercises in what one student handed in. */
final class StudentWork {

  private static final int MAX_NAMED = 5;

  private final List<Exercise> all;
  private final List<Exercise> asked;
  private final IntakeLimits limits = IntakeLimits.standard();

  StudentWork(List<Exercise> all, List<Exercise> asked) {
    this.all = all;
    this.asked = asked;
  }

  /**
   * What was found.
   *
   * @param sources for the exercises asked
   * @param unreadable whether it is an archive or a folder that cannot be read
   * @param problems a line each
   */
  record Result(Map<Exercise, Path> sources, boolean unreadable, List<String> problems) {}

  Result find(Path path) {
    try {
      return Files.isDirectory(path) ? folder(path) : archive(path);
    } catch (InfrastructureException e) {
      return new Result(Map.of(), true, List.of(String.valueOf(e.getMessage())));
    }
  }

  private Result folder(Path folder) {
    SubmissionTree tree = FolderReader.read(folder, limits);
    List<String> problems = new ArrayList<>(unknownExercises(tree));
    Map<Exercise, Path> named = new LinkedHashMap<>();
    for (Exercise exercise : all) {
      named(exercise, tree, problems).ifPresent(name -> named.put(exercise, folder.resolve(name)));
    }
    if (!named.isEmpty()) {
      named.keySet().retainAll(asked);
      return new Result(named, false, problems);
    }
    List<String> archives = archives(tree, 1).stream().map(TreeEntry::name).toList();
    if (archives.size() == 1 && !hasDockerfile(tree)) {
      return archive(folder.resolve(archives.get(0)));
    }
    return unnamed(folder, tree, problems);
  }

  /** The folder or the archive that bears an exercise's name. */
  private Optional<String> named(Exercise exercise, SubmissionTree tree, List<String> problems) {
    String folder = ExerciseNarrowing.folderFor(exercise, tree);
    if (!folder.isEmpty()) {
      return Optional.of(folder);
    }
    List<TreeEntry> archives =
        archives(tree, 2).stream()
            .filter(
                entry ->
                    ExerciseNarrowing.standsFor(
                        ArchiveFormat.withoutEnding(entry.fileName()), exercise))
            .toList();
    if (archives.size() > 1) {
      problems.add(
          "has several archives for "
              + exercise.id()
              + ": "
              + String.join(", ", archives.stream().map(TreeEntry::shownName).toList())
              + "; the last one is used");
    }
    return archives.isEmpty()
        ? Optional.empty()
        : Optional.of(archives.get(archives.size() - 1).name());
  }

  private Result archive(Path archive) {
    SubmissionTree tree;
    try {
      tree = new SubmissionReader(limits, null, limits.projectFile().bytes()).read(archive);
    } catch (RejectedSubmission e) {
      return new Result(Map.of(), true, List.of(e.reason()));
    }
    List<String> problems = new ArrayList<>(unknownExercises(tree));
    Map<Exercise, Path> found = new LinkedHashMap<>();
    for (Exercise exercise : all) {
      if (!ExerciseNarrowing.folderFor(exercise, tree).isEmpty()) {
        found.put(exercise, archive);
      }
    }
    if (!found.isEmpty()) {
      found.keySet().retainAll(asked);
      return new Result(found, false, problems);
    }
    return unnamed(archive, tree, problems);
  }

  /** Where nothing bears an exercise's name, it is the one asked, or the only one that fits. */
  private Result unnamed(Path source, SubmissionTree tree, List<String> problems) {
    List<Exercise> fitting =
        asked.size() == 1
            ? asked
            : asked.stream().filter(exercise -> hasFolders(exercise, tree)).toList();
    if (fitting.size() == 1) {
      return new Result(Map.of(fitting.get(0), source), false, problems);
    }
    problems.add(
        tree.entries().isEmpty()
            ? "has handed in nothing"
            : "it is unclear which exercise this is: name the folder after it, or use --exercise");
    return new Result(Map.of(), false, problems);
  }

  private static boolean hasFolders(Exercise exercise, SubmissionTree tree) {
    return exercise.images().stream()
        .map(ImageSpec::name)
        .allMatch(
            name ->
                tree.folders().stream()
                    .anyMatch(folder -> ("/" + folder).endsWith("/" + name + "/")));
  }

  private static boolean hasDockerfile(SubmissionTree tree) {
    return tree.entries().stream()
        .anyMatch(entry -> DockerfileName.of(entry.fileName()).isPresent());
  }

  private static List<TreeEntry> archives(SubmissionTree tree, int maxDepth) {
    return tree.entries().stream()
        .filter(TreeEntry::isFile)
        .filter(entry -> EntryNames.depth(entry.name()) <= maxDepth)
        .filter(entry -> ArchiveFormat.hasEnding(entry.fileName()))
        .toList();
  }

  /** Folders that are numbered like an exercise and are none. */
  private List<String> unknownExercises(SubmissionTree tree) {
    TreeSet<String> unknown = new TreeSet<>();
    for (String folder : tree.folders()) {
      String name = folder.substring(0, folder.length() - 1);
      name = name.substring(name.lastIndexOf('/') + 1);
      String text = name;
      boolean known =
          all.stream().anyMatch(exercise -> ExerciseNarrowing.standsFor(text, exercise));
      if (!known && name.matches("\\d{1,2}\\.\\d{1,2}([^\\d.].*)?")) {
        unknown.add(name);
      }
    }
    return unknown.stream()
        .limit(MAX_NAMED)
        .map(name -> "there is no exercise '" + EntryNames.shown(name) + "'")
        .toList();
  }
}
