package dev.drydock.verify;

import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.exercise.PristineFiles;
import dev.drydock.exercise.Solutions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks over the files of an exercise and of its solutions, building nothing. */
public final class FolderReview {

  /** From a nudge, over a help, to the answer. */
  private static final int HINTS = 3;

  private static final Set<String> OWN_FILES =
      Set.of(
          "README.md",
          "exercise.yaml",
          "pom.xml",
          "src",
          "target",
          ".gitignore",
          ".github",
          PristineFiles.STARTER_FOLDER);
  private static final Set<String> SOLUTION_FILES =
      Set.of("reference", "near-misses", "samples", "steps", "NOTES.md");

  private FolderReview() {}

  /** What is wrong, a sentence each. */
  public static List<String> defects(Solutions solutions) {
    Exercise exercise = solutions.exercise();
    List<String> defects = new ArrayList<>();
    defects.addAll(page(exercise));
    exercise.images().forEach(image -> defects.addAll(starter(exercise, image)));
    defects.addAll(strayFiles(exercise));
    defects.addAll(solutions(solutions));
    return defects;
  }

  private static List<String> page(Exercise exercise) {
    Path page = exercise.folder().resolve("README.md");
    if (!Files.isRegularFile(page)) {
      return List.of("there is no README.md, the exercise's page");
    }
    List<String> defects = new ArrayList<>();
    String text = read(page);
    long hints = text.lines().filter(line -> line.startsWith("> [!HINT]")).count();
    if (hints < HINTS) {
      defects.add("README.md: expected " + HINTS + " or more hints (> [!HINT] …), found " + hints);
    }
    String unexplained =
        exercise.images().stream()
            .flatMap(image -> image.rules().stream())
            .filter(CheckRule::graded)
            .map(CheckRule::id)
            .distinct()
            .filter(id -> !text.contains("checks:" + id))
            .collect(Collectors.joining(", "));
    if (!unexplained.isEmpty()) {
      defects.add(
          "README.md: does not mention graded checks (no link to checks:…): " + unexplained);
    }
    return defects;
  }

  /** The folder a student edits and the copy kept for reset must be the same. */
  private static List<String> starter(Exercise exercise, ImageSpec image) {
    Path folder = exercise.folder().resolve(image.name());
    Path starter = exercise.folder().resolve(PristineFiles.STARTER_FOLDER).resolve(image.name());
    Set<String> names = new TreeSet<>();
    if (!image.takesWholeProject()) {
      filesBelow(folder).stream().filter(image::isEditable).forEach(names::add);
    }
    List<String> generated = new ArrayList<>(image.files().generated());
    generated.addAll(image.files().salt());
    names.removeIf(
        name -> generated.stream().anyMatch(left -> name.startsWith(left.replace("*", ""))));
    names.addAll(filesBelow(starter));
    List<String> defects = new ArrayList<>();
    for (String name : names) {
      Path edited = folder.resolve(name);
      Path kept = starter.resolve(name);
      String shown = image.name() + "/" + name;
      if (!Files.exists(kept)) {
        defects.add(shown + " is not in " + PristineFiles.STARTER_FOLDER);
      } else if (!image.isEditable(name)) {
        defects.add(PristineFiles.STARTER_FOLDER + "/" + shown + " is not editable");
      } else if (!Files.exists(edited)) {
        defects.add(PristineFiles.STARTER_FOLDER + "/" + shown + " has no counterpart");
      } else if (differ(edited, kept)) {
        defects.add(shown + " differs from its copy in " + PristineFiles.STARTER_FOLDER);
      }
    }
    return defects;
  }

  private static List<String> strayFiles(Exercise exercise) {
    Set<String> known = new TreeSet<>(OWN_FILES);
    exercise.images().forEach(image -> known.add(image.name()));
    return stray(exercise.folder(), known);
  }

  private static List<String> solutions(Solutions solutions) {
    Path folder = solutions.folder();
    List<String> defects = new ArrayList<>();
    if (!Files.isDirectory(solutions.reference())) {
      defects.add("there is no reference: " + solutions.reference());
      return defects;
    }
    defects.addAll(stray(folder, SOLUTION_FILES));
    if (solutions.nearMisses().isEmpty()) {
      defects.add("there is no near miss in " + folder.resolve("near-misses"));
    }
    return defects;
  }

  private static List<String> stray(Path folder, Set<String> known) {
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(child -> !known.contains(child.getFileName().toString()))
          .sorted()
          .map(child -> "stray file: " + child)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> filesBelow(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.startsWith("node_modules/") && !name.contains("/node_modules/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean differ(Path one, Path other) {
    try {
      return Files.mismatch(one, other) >= 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
