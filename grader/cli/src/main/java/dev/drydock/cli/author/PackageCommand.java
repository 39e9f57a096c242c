package dev.drydock.cli.author;

import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.ExitCode;
import dev.drydock.cli.call.UsageException;
import dev.drydock.handout.HandOut;
import dev.drydock.text.Counted;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the hand-out. */
@Command(
    name = "package",
    description =
        "Copy what students get: everything except references, steps, near misses"
            + " and the grader's own tests (which contain some). Every exercise is"
            + " copied as handed out, whatever was tried in its folder.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class PackageCommand implements Callable<Integer> {

  private final CliContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--students", required = true, description = "Make the students' hand-out.")
  private boolean students;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "An empty or new folder.")
  private Path out = Path.of("handout");

  public PackageCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Path home = context.courseFolder().toAbsolutePath().normalize();
    Path target = out.toAbsolutePath().normalize();
    if (Files.exists(target) && !(Files.isDirectory(target) && isEmpty(target))) {
      throw new UsageException(target + " is not empty: expected an empty or new folder");
    }
    int files = HandOut.copy(home, context.catalogue().all(), target);
    PrintWriter print = spec.commandLine().getOut();
    print.println(Counted.of(files, "file") + " for students in " + target);
    print.flush();
    return ExitCode.PASSED;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var children = Files.list(folder)) {
      return children.findAny().isEmpty();
    }
  }
}
