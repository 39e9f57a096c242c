package dev.drydock.cli.author;

import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.ExitCode;
import dev.drydock.cli.call.UsageException;
import dev.drydock.exercise.ExerciseCatalogue;
import dev.drydock.files.Resource;
import dev.drydock.files.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Creates a new exercise that already passes {@code verify}. */
@Command(
    name = "new",
    description = "Create a new exercise: small, complete and ready to hand out.",
    mixinStandardHelpOptions = true)
public final class NewCommand implements Callable<Integer> {

  private static final String TEMPLATE = "/dev/drydock/cli/template/";

  /** Where each file of the template goes, relative to the exercise's folder. */
  private static final Map<String, String> EXERCISE =
      Map.of(
          "exercise.yaml", "exercise.yaml",
          "README.md", "README.md",
          "pom.xml", "pom.xml",
          "ImageTest.java.txt", "src/test/java/ImageTest.java",
          "main.go", "hello/main.go",
          "main_test.go", "hello/main_test.go",
          "go.mod", "hello/go.mod");

  private final CliContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "ID", description = "Its number, such as 3.16.")
  private String id = "";

  @Parameters(
      index = "1",
      paramLabel = "TITLE",
      description = "Its title, in quotes: \"Health checks\".")
  private String title = "";

  public NewCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    String name = title.strip();
    if (!id.matches("[0-9]{1,3}(\\.[0-9]{1,3})*")) {
      throw new UsageException("'" + id + "' is not an exercise number: expected one such as 3.16");
    }
    if (!name.matches("[\\p{L}\\p{N}][^\\p{Cntrl}\"\\\\:#]{0,79}")) {
      throw new UsageException(
          "'" + name + "': expected a title of 1 to 80 characters, without quotes, : or #");
    }
    ExerciseCatalogue catalogue = context.catalogue();
    if (catalogue.ids().contains(id)) {
      throw new UsageException("there is an exercise " + id + " already");
    }
    Path home = context.courseFolder();
    Path exercise = home.resolve("exercises").resolve(id + "-" + slug(name));
    Path solutions = home.resolve("solutions").resolve(id);
    for (Path folder : new Path[] {exercise, solutions}) {
      if (Files.exists(folder)) {
        throw new UsageException(folder + " already exists");
      }
    }
    for (Map.Entry<Path, String> file : files(exercise, solutions).entrySet()) {
      String text = Resource.text(TEMPLATE + file.getValue());
      WholeFile.write(file.getKey(), text.replace("@ID@", id).replace("@TITLE@", name));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println("made " + exercise);
    out.println("and  " + solutions);
    out.println("next: drydock verify " + id + ", then make it yours");
    out.flush();
    return ExitCode.PASSED;
  }

  private static Map<Path, String> files(Path exercise, Path solutions) {
    Map<Path, String> files = new LinkedHashMap<>();
    EXERCISE.forEach((from, to) -> files.put(exercise.resolve(to), from));
    files.put(exercise.resolve("hello/Dockerfile"), "Dockerfile");
    files.put(exercise.resolve(".starter/hello/Dockerfile"), "Dockerfile");
    files.put(solutions.resolve("reference/hello/Dockerfile"), "reference.Dockerfile");
    Path miss = solutions.resolve("near-misses/nobody-named");
    files.put(miss.resolve("hello/Dockerfile"), "near-miss.Dockerfile");
    files.put(miss.resolve("expected.yaml"), "expected.yaml");
    return files;
  }

  private static String slug(String text) {
    String slug =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "exercise" : slug;
  }
}
