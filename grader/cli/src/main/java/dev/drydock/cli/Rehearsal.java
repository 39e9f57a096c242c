package dev.drydock.cli;

import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Run once by the launcher, so that the JVM can keep classes loaded and verified: most commands'
 * classes by name, the rest by use, as far as that needs no engine and no image.
 */
final class Rehearsal {

  /** Other libraries' few classes are loaded by the commands below. */
  private static final List<String> PACKAGES =
      List.of(
          "dev/drydock/",
          "tools/jackson/",
          "org/snakeyaml/",
          "com/networknt/schema/",
          "com/github/dockerjava/api/",
          "freemarker/core/",
          "freemarker/template/",
          "org/commonmark/");

  private static final String CLASS = ".class";

  private Rehearsal() {}

  /** Rehearse, with the runnable jar as the class path. */
  public static void main(String[] args) throws IOException {
    try (JarFile jar = new JarFile(System.getProperty("java.class.path"))) {
      jar.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(CLASS) && PACKAGES.stream().anyMatch(name::startsWith))
          .forEach(Rehearsal::load);
    }
    CliContext context = CliContext.ofThisProcess();
    call(context, "doctor");
    call(context, "list");
    starters(context).findFirst().ifPresent(folder -> call(context, "check", folder.toString()));
    System.exit(ExitCode.PASSED);
  }

  private static void load(String entry) {
    String name = entry.substring(0, entry.length() - CLASS.length()).replace('/', '.');
    try {
      Class.forName(name, false, Rehearsal.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      // it needs a library that is absent, so no command needs it
    }
  }

  /** The command's result does not matter. */
  private static void call(CliContext context, String... args) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Main.run(nowhere, nowhere, context, args);
  }

  private static Stream<Path> starters(CliContext context) {
    return context.catalogue().all().stream()
        .flatMap(
            exercise -> exercise.images().stream().map(i -> exercise.folder().resolve(i.name())))
        .filter(folder -> Files.isRegularFile(folder.resolve("Dockerfile")));
  }
}
