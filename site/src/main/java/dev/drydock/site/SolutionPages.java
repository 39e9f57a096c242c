package dev.drydock.site;

import dev.drydock.exercise.Exercise;
import dev.drydock.report.html.Highlighter;
import dev.drydock.report.html.Templates;
import dev.drydock.report.html.Token;
import dev.drydock.site.model.ContentException;
import dev.drydock.site.model.Link;
import dev.drydock.site.model.Links;
import dev.drydock.site.model.Page;
import dev.drydock.site.model.Workbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Pages of released references: the files of {@code <solutions>/<exercise>/reference/}. */
final class SolutionPages {

  private final Workbook workbook;
  private final Templates templates;

  SolutionPages(Workbook workbook, Templates templates) {
    this.workbook = workbook;
    this.templates = templates;
  }

  /** One file of a reference. */
  public record SourceFile(String path, List<List<Token>> lines) {
    public SourceFile {
      lines = List.copyOf(lines);
    }
  }

  static String path(Exercise exercise) {
    return "solutions/" + exercise.folderName() + ".html";
  }

  static boolean has(Workbook workbook, Exercise exercise) {
    return !files(workbook, exercise).isEmpty();
  }

  List<Page> pages(Set<String> released) {
    return workbook.exercises().stream()
        .filter(exercise -> released.contains(exercise.id()))
        .filter(exercise -> has(workbook, exercise))
        .map(this::page)
        .toList();
  }

  private Page page(Exercise exercise) {
    Path folder = folder(workbook, exercise);
    List<SourceFile> sources = new ArrayList<>();
    for (Path file : files(workbook, exercise)) {
      sources.add(
          new SourceFile(
              folder.relativize(file).toString().replace('\\', '/'),
              Highlighter.lines(language(file), read(file))));
    }
    return new Page(
        path(exercise),
        "Reference for " + Frame.title(exercise),
        "The course's own solution, which passes every check.",
        "solution",
        List.of(
            new Link("index.html", "Home"),
            new Link(Links.exercise(exercise), Frame.title(exercise))),
        null,
        null,
        List.of(),
        out -> templates.render("solution.ftl", Map.of("files", sources), out),
        Page.Access.UNLISTED);
  }

  private static Path folder(Workbook workbook, Exercise exercise) {
    Path solutions = workbook.solutions();
    return solutions == null
        ? exercise.folder().resolve("no-solutions-at-hand")
        : solutions.resolve(exercise.id()).resolve("reference");
  }

  private static List<Path> files(Workbook workbook, Exercise exercise) {
    Path folder = folder(workbook, exercise);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new ContentException(folder.toString(), "cannot be read: " + e.getMessage());
    }
  }

  private static String language(Path file) {
    String name = String.valueOf(file.getFileName());
    if (name.endsWith("Dockerfile")) {
      return "dockerfile";
    }
    if (name.endsWith(".dockerignore")) {
      return "ignore";
    }
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ContentException(file.toString(), "cannot be read: " + e.getMessage());
    }
  }
}
