package dev.drydock.cli;

import dev.drydock.cli.call.CliContext;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/** The command line within this JVM, and what it has printed so far. */
final class InProcess {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Run a command on the course in a folder, and return its exit code. */
  int run(Path course, String... arguments) {
    return Main.run(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        new CliContext(Map.of("NO_COLOR", "1"), course),
        arguments);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
