package dev.drydock.cli.instructor;

import dev.drydock.batch.export.ExportException;
import dev.drydock.batch.export.ExportOptions;
import dev.drydock.batch.export.Exported;
import dev.drydock.batch.export.Format;
import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.ExitCode;
import dev.drydock.cli.call.UsageException;
import dev.drydock.text.Counted;
import dev.drydock.text.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a run's marks in a form that another program reads. */
@Command(
    name = "export",
    description =
        "Export a run's marks for a learning platform, CI or a spreadsheet. What"
            + " is not graded is left blank, never a zero.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ExportCommand implements Callable<Integer> {

  private final CliContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RUN", description = "The run's folder.")
  private Path run = Path.of("");

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}.",
      completionCandidates = FormatIds.class,
      converter = FormatIds.class)
  private Format format = Format.CSV;

  @Option(
      names = "--roster",
      paramLabel = "FILE",
      description =
          "The class list: the platform's own list of participants; for canvas, the"
              + " gradebook that Canvas exports, whose column is filled in.")
  private @Nullable Path roster;

  @Option(
      names = "--column",
      paramLabel = "TITLE",
      description = "With canvas: the column to fill in, if its title lacks the exercise's id.")
  private @Nullable String column;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Where to write (standard output). For gradescope, github and feedback,"
              + " which write a file per submission or student, a folder if there are"
              + " several (RUN/exports/FORMAT).")
  private @Nullable Path out;

  @Mixin private SelectionOptions selection = new SelectionOptions();

  public ExportCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    RunMarks marks = new RunMarks(context, run, selection.in(run));
    Exported exported = marks.export(format, options());
    write(exported);
    PrintWriter err = spec.commandLine().getErr();
    marks.strangers().forEach(stranger -> err.println("! " + stranger));
    exported.warnings().forEach(line -> err.println("! " + Printable.line(line, 500)));
    err.flush();
    return marks.areAllGraded() ? ExitCode.PASSED : ExitCode.INFRASTRUCTURE;
  }

  private ExportOptions options() throws IOException {
    Path file = roster;
    if (file == null) {
      return ExportOptions.NONE.withColumn(column);
    }
    if (!Files.isRegularFile(file)) {
      throw new UsageException("no such file: " + file);
    }
    try {
      return ExportOptions.roster(Files.readString(file)).withColumn(column);
    } catch (CharacterCodingException e) {
      throw new UsageException(file + " is not UTF-8: save it as CSV in UTF-8");
    } catch (ExportException | IllegalArgumentException e) {
      throw new UsageException(file + ": " + e.getMessage());
    }
  }

  private void write(Exported exported) throws IOException {
    List<Exported.File> files = exported.files();
    Path target = out;
    if (files.size() == 1 && target == null) {
      spec.commandLine().getOut().print(files.get(0).text());
      spec.commandLine().getOut().flush();
    } else if (files.size() == 1 && target != null && !Files.isDirectory(target)) {
      exported.write(0, target);
    } else if (!files.isEmpty()) {
      Path into = target == null ? run.resolve("exports").resolve(format.id()) : target;
      if (Files.isRegularFile(into)) {
        throw new UsageException(
            "%s is a file, but %s writes %d of them: give a folder"
                .formatted(into, format.id(), files.size()));
      }
      exported.writeAll(into);
      spec.commandLine()
          .getErr()
          .println(Counted.of(files.size(), "file") + " in " + into.toAbsolutePath());
    }
  }
}
