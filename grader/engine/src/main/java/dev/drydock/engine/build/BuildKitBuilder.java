package dev.drydock.engine.build;

import dev.drydock.engine.build.BuildAttempt.Ending;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.host.BoundedProcess;
import dev.drydock.engine.host.DiskUse;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.EnginePulse;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.engine.host.Interference;
import dev.drydock.engine.host.Progress;
import dev.drydock.engine.ledger.GraderRun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builds with BuildKit through the CLI, as students do. */
public final class BuildKitBuilder implements WatchedBuilder {

  /**
   * How an old engine, which points at no line, begins when it cannot read the Dockerfile: in its
   * own words up to there, which the Dockerfile's only follow.
   */
  private static final Pattern UNREADABLE =
      Pattern.compile(
          "(?:failed to [a-z ]+: |rpc error: code = Unknown desc = |failed to solve with frontend"
              + " dockerfile\\.v0: )*(?:failed to create LLB definition: |dockerfile parse error )");

  private final BuildKitTool tool;
  private final Engine engine;
  private final GraderRun run;

  public BuildKitBuilder(BuildKitTool tool, Engine engine, GraderRun run) {
    this.tool = tool;
    this.engine = engine;
    this.run = run;
  }

  @Override
  public String name() {
    return "buildkit";
  }

  @Override
  public BuildAttempt attempt(BuildRequest request, Progress progress, DiskUse disk) {
    BuildLog log = tool.machineReadable() ? new RawJsonLog(progress) : new PlainLog(progress);
    AtomicLong printed = new AtomicLong();
    long began = System.nanoTime();
    EnginePulse.Waiting waiting = engine.pulse().waiting();
    BooleanSupplier enough =
        () -> {
          waiting.lookForLife();
          return disk.isOver();
        };
    BoundedProcess.Ended ended =
        new BoundedProcess(command(request), tool.env(), request.limits().time(), enough)
            .run(
                process -> run.noteProcess(process.pid()),
                line -> {
                  log.line(line);
                  if (printed.addAndGet(line.length()) > request.limits().logBytes()) {
                    throw new BoundedProcess.LimitReached("log");
                  }
                });
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    if (ended.atLimit()) {
      boolean tooMuch = printed.get() > request.limits().logBytes();
      String why =
          tooMuch
              ? "the build printed more than " + request.limits().logBytes() / 1_000_000 + " MB"
              : disk.wasOver()
                  ? disk.words()
                  : "the build took longer than " + request.limits().time().toSeconds() + " s";
      Ending ending =
          tooMuch ? Ending.TALKATIVE : disk.wasOver() ? Ending.OUT_OF_DISK : Ending.LATE;
      if (ending == Ending.LATE) {
        waiting.requireSteadiness();
      }
      return new BuildAttempt(
          evidence(BuildEvidence.Status.OVER_LIMIT, log, millis, why, line(log), null), ending);
    }
    if (ended.exitCode() == 0) {
      String id = idOf(request.tag());
      run.noteImage(id);
      return new BuildAttempt(
          evidence(BuildEvidence.Status.BUILT, log, millis, "", null, id), Ending.BUILT);
    }
    String error = log.error().isEmpty() ? lastLine(log.tail()) : log.error();
    BuildInput input = BuildInput.of(request);
    boolean located = log.failedLine() > 0 || UNREADABLE.matcher(error).lookingAt();
    BuildFailure failure = input.failure(log.failedAt(), log.exitCode(), located);
    if (!failure.isTheDockerfiles(disk.engineIsWell())) {
      throw new InfrastructureException("the build could not be run: " + error);
    }
    // an old engine does not say where
    Integer line = log.failedLine() > 0 ? line(log) : input.line(error);
    return new BuildAttempt(
        evidence(BuildEvidence.Status.FAILED, log, millis, error, line, null), failure.ending());
  }

  private static @Nullable Integer line(BuildLog log) {
    return log.failedLine() == 0 ? null : (Integer) log.failedLine();
  }

  private List<String> command(BuildRequest request) {
    List<String> command = new ArrayList<>(tool.command());
    command.add("--progress=" + (tool.machineReadable() ? "rawjson" : "plain"));
    command.addAll(List.of("--tag", request.tag()));
    if (!request.steps().cached()) {
      command.add("--no-cache");
    }
    command.addAll(List.of("--network", request.steps().network() ? "default" : "none"));
    request.labels().forEach((k, v) -> command.addAll(List.of("--label", k + "=" + v)));
    request.buildArguments().forEach((k, v) -> command.addAll(List.of("--build-arg", k + "=" + v)));
    command.addAll(List.of("--file", request.dockerfile().toString()));
    command.add(request.context().toString());
    return command;
  }

  private BuildEvidence evidence(
      BuildEvidence.Status status,
      BuildLog log,
      long millis,
      String message,
      @Nullable Integer line,
      @Nullable String id) {
    return new BuildEvidence(
        status,
        name(),
        engine.version(),
        engine.store(),
        millis,
        log.steps(),
        line,
        EnginePaths.hidden(message),
        log.tail().stream().map(EnginePaths::hidden).toList(),
        id,
        List.of());
  }

  /** Asked of the engine: on the containerd store, the builder's id is a different digest. */
  private String idOf(String tag) {
    return engine.idOf(tag).orElseThrow(() -> new Interference("the image that was built is gone"));
  }

  private static String lastLine(List<String> lines) {
    return lines.isEmpty() ? "the builder gave no reason" : lines.get(lines.size() - 1);
  }
}
