package dev.drydock.engine.run;

import com.github.dockerjava.api.command.InspectContainerResponse;
import dev.drydock.engine.EngineSession;
import dev.drydock.engine.evidence.RunEvidence;
import dev.drydock.engine.evidence.RunEvidence.CommandResult;
import dev.drydock.engine.evidence.RunEvidence.CommandRun;
import dev.drydock.engine.host.Progress;
import dev.drydock.engine.job.CommandSpec;
import dev.drydock.engine.job.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs an image whose job is a command, once for each of the exercise's cases. The first case that
 * queries the fixture server is held there while its processes are inspected.
 */
public final class CommandRuns {

  private static final String FIXTURE = "{fixture}";
  private static final int LOG_LINES = 100;
  private static final long KILLED = 137;

  private final EngineSession session;
  private final Job.Command job;
  private final Progress progress;

  private final List<CommandResult> results = new ArrayList<>();
  private ContainerInside inside = ContainerInside.NOTHING;
  private boolean outOfMemory;
  private List<String> log = List.of();

  public CommandRuns(EngineSession session, Job.Command job, Progress progress) {
    this.session = session;
    this.job = job;
    this.progress = progress;
  }

  /** Run every case. */
  public RunEvidence run(String imageId) {
    boolean asks = job.cases().stream().anyMatch(CommandRuns::asksFixture);
    try (FixtureServer fixture = asks ? FixtureServer.start(session) : null) {
      for (CommandSpec command : job.cases()) {
        progress.at("run", command.name());
        FixtureServer asked = asksFixture(command) ? fixture : null;
        CommandResult result = run(imageId, command, asked);
        // a busy engine loses the output of a program that ends at once
        results.add(lacksWords(result, command) ? run(imageId, command, asked) : result);
      }
      return evidence(null);
    } catch (SandboxedContainer.StartRefused e) {
      return evidence(String.valueOf(e.getMessage()));
    }
  }

  private static boolean asksFixture(CommandSpec command) {
    return Stream.concat(command.arguments().stream(), command.env().values().stream())
        .anyMatch(word -> word.contains(FIXTURE));
  }

  private static boolean lacksWords(CommandResult result, CommandSpec command) {
    Integer code = result.exitCode();
    if (code == null) {
      return false;
    }
    boolean unexpected = code != command.exitCode();
    return (result.standardOutput().isBlank() && !command.outputContains().isEmpty())
        || (result.standardError().isBlank() && unexpected);
  }

  private CommandResult run(String imageId, CommandSpec command, @Nullable FixtureServer fixture)
      throws SandboxedContainer.StartRefused {
    String address = FixtureServer.address();
    Map<String, String> env = new HashMap<>(job.env());
    command.env().forEach((name, value) -> env.put(name, value.replace(FIXTURE, address)));
    List<String> arguments =
        command.arguments().stream().map(word -> word.replace(FIXTURE, address)).toList();
    SandboxedContainer.Settings settings =
        SandboxedContainer.Settings.command(
            imageId, env, arguments, fixture == null ? null : fixture.containerId());
    try (SandboxedContainer container = SandboxedContainer.start(session, settings)) {
      if (fixture != null) {
        if (inside.processes().isEmpty()) {
          look(container, fixture);
        }
        fixture.release();
      }
      boolean ended = container.awaitEnd(job.startWithin());
      InspectContainerResponse.ContainerState state = container.inspect().getState();
      container.requireRoom();
      if (ended && Long.valueOf(KILLED).equals(state.getExitCodeLong())) {
        container.requireUndisturbed();
      }
      outOfMemory |= Boolean.TRUE.equals(state.getOOMKilled());
      Long code = state.getExitCodeLong();
      log = container.logTail(LOG_LINES);
      return new CommandResult(
          command.name(),
          ended && code != null ? code.intValue() : null,
          container.output(true, LOG_LINES),
          container.output(false, LOG_LINES));
    }
  }

  private void look(SandboxedContainer container, FixtureServer fixture) {
    Duration step = Duration.ofMillis(100);
    for (long waited = 0; waited < job.startWithin().toMillis(); waited += step.toMillis()) {
      if (fixture.awaitRequest(step)) {
        break;
      }
      if (!container.isRunning()) {
        return;
      }
    }
    InspectContainerResponse.ContainerState state = container.inspect().getState();
    if (Boolean.TRUE.equals(state.getRunning())) {
      inside = ContainerInside.of(container, state.getPidLong(), false);
    }
  }

  private RunEvidence evidence(@Nullable String startError) {
    return new RunEvidence.Builder()
        .startError(startError)
        .processes(inside.processes(), inside.pid1())
        .command(startError == null ? new CommandRun(results) : null)
        .outOfMemory(outOfMemory)
        .logTail(log)
        .seen();
  }
}
