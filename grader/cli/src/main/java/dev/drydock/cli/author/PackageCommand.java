package dev.drydock.cli.author;

import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.ExitCode;
import dev.drydock.cli.call.UsageException;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.exercise.PristineFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the hand-out. */
@Command(
    name = "package",
    description =
        "Copy what students get: everything but references, steps and near misses, and the grader's"
            + " own tests, which hold some; exercises as handed out, whatever was tried in their"
            + " folders.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class PackageCommand implements Callable<Integer> {

  /** What tools and builds leave behind, wherever it lies. */
  private static final Set<String> LEFT_BEHIND =
      Set.of(".git", "target", "node_modules", ".idea", ".vscode", ".DS_Store");

  private static final String SOLUTIONS = "solutions";

  /** Folders of the course itself that are not for students, or are results. */
  private static final Set<String> KEPT = Set.of(SOLUTIONS, "demo-site", "run", "runs");

  /** What the grader is made of; exercises have tests too, and those are for students. */
  private static final Set<String> PROGRAMS = Set.of("grader", "site");

  private final CliContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--students", required = true, description = "The students' hand-out.")
  private boolean students;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "A folder that is empty, or not there yet.")
  private Path out = Path.of("handout");

  private int files;

  public PackageCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Path home = context.courseFolder().toAbsolutePath().normalize();
    Path target = out.toAbsolutePath().normalize();
    if (Files.exists(target) && !(Files.isDirectory(target) && isEmpty(target))) {
      throw new UsageException(target + " is not empty: expected an empty folder, or a new one");
    }
    List<Exercise> exercises = context.catalogue().all();
    copy(home, target);
    for (Exercise exercise : exercises) {
      Path folder = target.resolve(home.relativize(exercise.folder()));
      for (ImageSpec image : exercise.images()) {
        putBack(exercise, image, folder.resolve(image.name()));
      }
    }
    withoutSolutions(target.resolve("pom.xml"));
    PrintWriter print = spec.commandLine().getOut();
    print.println(files + " files for students in " + target);
    print.flush();
    return ExitCode.PASSED;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var children = Files.list(folder)) {
      return children.findAny().isEmpty();
    }
  }

  private void copy(Path home, Path target) throws IOException {
    Files.walkFileTree(
        home,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            boolean kept =
                home.equals(folder.getParent()) && KEPT.contains(name)
                    || isOwnTests(home.relativize(folder));
            boolean theirs = !kept && !LEFT_BEHIND.contains(name) && !folder.equals(target);
            return theirs || folder.equals(home)
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()
                && !LEFT_BEHIND.contains(String.valueOf(file.getFileName()))) {
              Path copy = target.resolve(home.relativize(file));
              Files.createDirectories(Objects.requireNonNull(copy.getParent()));
              Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
              files++;
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static boolean isOwnTests(Path folder) {
    return PROGRAMS.contains(folder.getName(0).toString()) && folder.endsWith("src/test");
  }

  /** The author may have tried a solution in the exercise's folder. */
  private static void putBack(Exercise exercise, ImageSpec image, Path folder) throws IOException {
    var pristine = PristineFiles.of(exercise, image);
    try (var copied = Files.walk(folder)) {
      for (Path file : copied.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!pristine.containsKey(name)) {
          Files.delete(file);
        }
      }
    }
    for (var file : pristine.entrySet()) {
      Files.copy(
          file.getValue(),
          folder.resolve(file.getKey()),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  /** Maven would look for the module. */
  private static void withoutSolutions(Path pom) throws IOException {
    String text = Files.readString(pom);
    Files.writeString(pom, text.replaceAll("\\s*<module>" + SOLUTIONS + "</module>", ""));
  }
}
