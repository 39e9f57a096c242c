package dev.drydock.cli;

import dev.drydock.cli.call.CliContext;
import dev.drydock.text.ConsoleWriter;
import java.io.PrintWriter;

/** Entry point of the runnable jar. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    if (Relaunch.isNeeded(System.getenv())) {
      System.exit(Relaunch.run(args));
    }
    Relaunch.endWithParent();
    PrintWriter out = ConsoleWriter.to(System.out);
    PrintWriter err = ConsoleWriter.to(System.err);
    System.exit(run(out, err, CliContext.ofThisProcess(), args));
  }

  /** Run one command and return its exit code. */
  static int run(PrintWriter out, PrintWriter err, CliContext context, String... args) {
    return DrydockCommand.commandLine(out, err, context).execute(args);
  }
}
