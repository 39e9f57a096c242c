package dev.drydock.cli;

import dev.drydock.batch.export.ExportException;
import dev.drydock.batch.store.RunFolderException;
import dev.drydock.cli.author.MeasureCommand;
import dev.drydock.cli.author.NewCommand;
import dev.drydock.cli.author.PackageCommand;
import dev.drydock.cli.author.VerifyCommand;
import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.ExitCode;
import dev.drydock.cli.call.UsageException;
import dev.drydock.cli.instructor.BatchCommand;
import dev.drydock.cli.instructor.DemoCommand;
import dev.drydock.cli.instructor.ExportCommand;
import dev.drydock.cli.instructor.RegradeCommand;
import dev.drydock.cli.instructor.SiteCommand;
import dev.drydock.cli.machine.CleanCommand;
import dev.drydock.cli.machine.DoctorCommand;
import dev.drydock.cli.student.CheckCommand;
import dev.drydock.cli.student.GradeCommand;
import dev.drydock.cli.student.InspectCommand;
import dev.drydock.cli.student.ListCommand;
import dev.drydock.cli.student.ResetCommand;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.exercise.ExerciseException;
import dev.drydock.site.model.ContentException;
import dev.drydock.submission.classes.UnreadableClass;
import dev.drydock.text.ConsoleWriter;
import dev.drydock.text.OwnMarks;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The root command: options shared by every command, and the exit code and message for each kind of
 * error.
 */
@Command(
    name = "drydock",
    description = "A workbook of container-image exercises and the grader that goes with it.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = GraderVersion.class,
    sortOptions = false,
    footer = {
      "",
      "Exit codes: 0 passed or done, 1 not passed, 2 usage error, 3 the engine"
          + " or the network failed.",
      "The launcher has two more commands: setup and test."
    },
    subcommands = {
      GradeCommand.class,
      ListCommand.class,
      BatchCommand.class,
      RegradeCommand.class,
      ExportCommand.class,
      SiteCommand.class,
      DemoCommand.class,
      DoctorCommand.class,
      CheckCommand.class,
      InspectCommand.class,
      VerifyCommand.class,
      MeasureCommand.class,
      NewCommand.class,
      PackageCommand.class,
      CleanCommand.class,
      ResetCommand.class,
      CommandLine.HelpCommand.class
    })
final class DrydockCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an error.")
  boolean stackTrace;

  DrydockCommand() {
    this.spec = CommandSpec.create();
  }

  static CommandLine commandLine(PrintWriter out, PrintWriter err, CliContext context) {
    DrydockCommand root = new DrydockCommand();
    CommandLine line = new CommandLine(root, new ContextFactory(context));
    line.setOut(ConsoleWriter.over(out)).setErr(ConsoleWriter.over(err));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setAbbreviatedOptionsAllowed(false);
    boolean plain = context.env().containsKey("NO_COLOR") || System.console() == null;
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            plain ? CommandLine.Help.Ansi.OFF : CommandLine.Help.Ansi.AUTO));
    line.getHelpSectionMap()
        .replaceAll((section, help) -> of -> OwnMarks.ofStyled(help.render(of)));
    line.setHelpSectionMap(line.getHelpSectionMap());
    line.setParameterExceptionHandler((e, args) -> wrongCall(e));
    line.setExecutionExceptionHandler((e, failed, parsed) -> root.failed(e, failed));
    return line;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int wrongCall(CommandLine.ParameterException e) {
    CommandLine failed = e.getCommandLine();
    PrintWriter err = failed.getErr();
    err.println("drydock: " + firstLine(e));
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Run '" + failed.getCommandSpec().qualifiedName() + " --help' for how to call it.");
    return ExitCode.USAGE;
  }

  private int failed(Exception e, CommandLine failed) {
    PrintWriter err = failed.getErr();
    if (stackTrace) {
      e.printStackTrace(err);
    }
    Optional<String> inTheWay = fileForAFolder(e);
    if (isOfTheCall(e) || inTheWay.isPresent()) {
      String message = inTheWay.orElseGet(() -> String.valueOf(e.getMessage()));
      message.lines().forEach(line -> err.println("drydock: " + line));
      err.println(
          "Run '" + failed.getCommandSpec().qualifiedName() + " --help' for how to call it.");
      return ExitCode.USAGE;
    }
    Optional<String> unreachable = unreachableFile(e);
    if (unreachable.isPresent()) {
      err.println("drydock: " + unreachable.get());
      return ExitCode.USAGE;
    }
    if (e instanceof InfrastructureException || e instanceof UncheckedIOException) {
      err.println("drydock: " + firstLine(e));
      return ExitCode.INFRASTRUCTURE;
    }
    err.println("drydock: an internal error: " + e);
    err.println("Please report it with the output of '--stacktrace'.");
    return ExitCode.INFRASTRUCTURE;
  }

  /** The user's call, or a file it names, is at fault. */
  private static boolean isOfTheCall(Exception e) {
    return e instanceof UsageException
        || e instanceof ExerciseException
        || e instanceof ContentException
        || e instanceof UnreadableClass
        || e instanceof RunFolderException
        || e instanceof ExportException;
  }

  /** The message for a path of the user's that cannot be read or written. */
  private static Optional<String> unreachableFile(Exception e) {
    return Stream.of(e, e.getCause())
        .filter(one -> one instanceof NoSuchFileException || one instanceof AccessDeniedException)
        .map(FileSystemException.class::cast)
        .filter(one -> one.getFile() != null)
        .map(
            one ->
                one.getFile()
                    + (one instanceof NoSuchFileException
                        ? " is not there, and cannot be made"
                        : " cannot be read or written: permission denied"))
        .findFirst();
  }

  /** The message for a file named where a folder was expected. */
  private static Optional<String> fileForAFolder(Exception e) {
    return Stream.of(e, e.getCause())
        .filter(FileSystemException.class::isInstance)
        .map(FileSystemException.class::cast)
        .flatMap(DrydockCommand::inTheWay)
        .map(file -> file + " is a file: expected a folder, existing or new")
        .findFirst();
  }

  /**
   * The file in the way of a folder: the named path itself, or a parent of what was to be written.
   */
  private static Stream<Path> inTheWay(FileSystemException e) {
    if (e.getFile() == null) {
      return Stream.empty();
    }
    Path file = Path.of(e.getFile());
    return e instanceof FileAlreadyExistsException
        ? Stream.of(file)
        : Stream.iterate(file.getParent(), Objects::nonNull, Path::getParent)
            .filter(Files::isRegularFile);
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString());
  }
}
