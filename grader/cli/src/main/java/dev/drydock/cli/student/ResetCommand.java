package dev.drydock.cli.student;

import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.ExitCode;
import dev.drydock.cli.call.UsageException;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.PristineFiles;
import dev.drydock.files.WholeFile;
import dev.drydock.text.Counted;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Restores an exercise's starter. */
@Command(
    name = "reset",
    description = "Replace your files with the starter's, after asking.",
    mixinStandardHelpOptions = true)
public final class ResetCommand implements Callable<Integer> {

  private final CliContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "EXERCISE", description = "Id (3.9) or folder.")
  private String exercise = "";

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  public ResetCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Exercise found = context.catalogue().find(exercise);
    Path starter = found.folder().resolve(PristineFiles.STARTER_FOLDER);
    List<Path> files = filesIn(starter);
    List<Path> changed = files.stream().filter(file -> differs(found, starter, file)).toList();
    if (changed.isEmpty()) {
      out.println("nothing to put back: " + found.folderName() + " is as it was handed out");
      return ExitCode.PASSED;
    }
    changed.forEach(file -> out.println("  " + file));
    if (!yes && !agreed(changed.size())) {
      out.println("left as it is");
      return ExitCode.PASSED;
    }
    changed.forEach(file -> copy(starter.resolve(file), found.folder().resolve(file)));
    out.println("put back " + Counted.of(changed.size(), "file"));
    return ExitCode.PASSED;
  }

  private static boolean agreed(int files) {
    Console console = System.console();
    if (console == null) {
      throw new UsageException("no terminal to ask on: expected --yes");
    }
    String answer =
        console.readLine(
            "Your changes to %s will be lost. Go on? [y/N] ",
            files == 1 ? "this file" : "these " + files + " files");
    return answer != null && answer.strip().toLowerCase(java.util.Locale.ROOT).startsWith("y");
  }

  private static boolean differs(Exercise exercise, Path starter, Path file) {
    Path own = exercise.folder().resolve(file);
    try {
      return Files.notExists(own) || Files.mismatch(starter.resolve(file), own) >= 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) {
    try {
      WholeFile.write(to, Files.readAllBytes(from));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> filesIn(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
