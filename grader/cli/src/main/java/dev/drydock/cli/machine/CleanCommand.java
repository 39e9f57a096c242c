package dev.drydock.cli.machine;

import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.ExitCode;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.ledger.Leftovers;
import dev.drydock.engine.ledger.StandIns;
import dev.drydock.text.Counted;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes what Drydock's runs left behind. */
@Command(
    name = "clean",
    description = "Remove what killed runs left in the engine; live runs are left alone.",
    mixinStandardHelpOptions = true)
public final class CleanCommand implements Callable<Integer> {

  private final CliContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--bases", description = "Also remove the offline stand-ins for base images.")
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
      out.println("nothing to clean up");
    } else {
      String processes = Counted.of(count.processes(), "process");
      out.println("removed " + processes + ", " + count.inTheEngine());
    }
    if (bases) {
      int standIns = new StandIns(engine, context.home()).removeAll();
      out.println("removed " + Counted.of(standIns, "stand-in"));
    }
    out.flush();
    return ExitCode.PASSED;
  }
}
