package dev.drydock.cli.machine;

import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.ExitCode;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.ledger.Leftovers;
import dev.drydock.engine.ledger.StandIns;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes what runs of ours left behind. */
@Command(
    name = "clean",
    description = "Remove what killed runs left in the engine; runs at work are left alone.",
    mixinStandardHelpOptions = true)
public final class CleanCommand implements Callable<Integer> {

  private final CliContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--bases", description = "Remove the offline stand-ins of base images too.")
  private boolean bases;

  public CleanCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Engine engine = Engine.connect();
    Leftovers.Count count = new Leftovers(engine).removeDead(context.home());
    if (count.isNothing()) {
      out.println("nothing of ours was left");
    } else {
      out.printf(
          "removed %d processes, %d containers, %d images, %d networks%n",
          count.processes(), count.containers(), count.images(), count.networks());
    }
    if (bases) {
      out.printf("removed %d stand-ins%n", new StandIns(engine, context.home()).removeAll());
    }
    out.flush();
    return ExitCode.PASSED;
  }
}
