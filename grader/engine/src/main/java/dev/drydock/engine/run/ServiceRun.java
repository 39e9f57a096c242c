package dev.drydock.engine.run;

import com.github.dockerjava.api.command.HealthState;
import com.github.dockerjava.api.command.InspectContainerResponse;
import dev.drydock.engine.EngineSession;
import dev.drydock.engine.evidence.RunEvidence;
import dev.drydock.engine.evidence.RunEvidence.Exchange;
import dev.drydock.engine.evidence.RunEvidence.StopEvidence;
import dev.drydock.engine.host.Progress;
import dev.drydock.engine.job.Job;
import dev.drydock.engine.job.RequestSpec;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs a service once: start, wait for its first answer, send the exercise's requests, inspect its
 * processes and sockets, ask it to stop.
 */
public final class ServiceRun {

  private static final int LOG_LINES = 100;
  private static final int KILLED = 137;

  private final EngineSession session;
  private final Job.Service service;
  private final Progress progress;

  public ServiceRun(EngineSession session, Job.Service service, Progress progress) {
    this.session = session;
    this.service = service;
    this.progress = progress;
  }

  /**
   * Run it; once more if it ends at once without output.
   *
   * @param stopSignal of the image's configuration, empty for the default
   * @param hardened with a read-only root and without capabilities
   */
  public RunEvidence run(String imageId, String stopSignal, boolean hardened) {
    RunEvidence run = once(imageId, stopSignal, hardened);
    if (!endedWithoutAWord(run)) {
      return run;
    }
    // a busy engine loses the output of a program that ends at once
    RunEvidence again = once(imageId, stopSignal, hardened);
    return Objects.equals(again.earlyExitCode(), run.earlyExitCode()) ? again : run;
  }

  private static boolean endedWithoutAWord(RunEvidence run) {
    Integer code = run.earlyExitCode();
    return code != null && code != 0 && !run.answered() && run.logTail().isEmpty();
  }

  private RunEvidence once(String imageId, String stopSignal, boolean hardened) {
    int port = service.port();
    progress.at("run", "starting the container");
    SandboxedContainer.Settings settings =
        SandboxedContainer.Settings.service(imageId, port, service.env(), hardened);
    try (SandboxedContainer container = SandboxedContainer.start(session, settings)) {
      return observe(container, port, stopSignal.isEmpty() ? "SIGTERM" : stopSignal);
    } catch (SandboxedContainer.StartRefused e) {
      return RunEvidence.notStarted(String.valueOf(e.getMessage()));
    }
  }

  private RunEvidence observe(SandboxedContainer container, int port, String stopSignal) {
    long began = System.nanoTime();
    Optional<HttpProbe> probe = awaitAnswer(container, port);
    Long readyMillis = probe.isPresent() ? millisSince(began) : null;
    progress.at("run", probe.isPresent() ? "asking it" : "it does not answer");
    List<Exchange> exchanges = probe.map(p -> p.send(requests(false))).orElse(List.of());
    if (exchanges.stream().anyMatch(one -> one.status() == 0)) {
      Patience patience = new Patience(Duration.ZERO);
      patience.asking(container::isRunning);
      patience.requireSteadiness();
    }
    InspectContainerResponse state = container.inspect();
    boolean running = Boolean.TRUE.equals(state.getState().getRunning());
    if (running && probe.isEmpty()) {
      container.requireReachable(port);
    }
    ContainerInside inside =
        running
            ? ContainerInside.of(container, state.getState().getPidLong(), true)
            : ContainerInside.NOTHING;
    String health = health(state);
    // why it is silent comes before what it prints on stopping
    List<String> silent = probe.isEmpty() ? container.logTail(LOG_LINES) : List.of();
    StopEvidence stop = running ? stop(container, stopSignal, probe) : null;
    InspectContainerResponse.ContainerState end = container.inspect().getState();
    container.requireRoom();
    // the engine kills what does not stop in time: any other kill is nobody's here
    if (exitCode(end) == KILLED && (stop == null || !stop.killed())) {
      container.requireUndisturbed();
    }
    return new RunEvidence.Builder()
        .answered(readyMillis, exchanges)
        .processes(inside.processes(), inside.pid1())
        .sockets(inside.sockets().orElse(null))
        .ended(stop, running ? null : (Integer) exitCode(end))
        .outOfMemory(Boolean.TRUE.equals(end.getOOMKilled()))
        .health(health)
        .logTail(probe.isEmpty() ? silent : container.logTail(LOG_LINES))
        .seen();
  }

  private Optional<HttpProbe> awaitAnswer(SandboxedContainer container, int port) {
    String path =
        requests(false).stream()
            .filter(request -> !request.followsLink())
            .map(RequestSpec::sent)
            .filter(sent -> sent.method().equals("GET"))
            .map(RequestSpec.Sent::path)
            .findFirst()
            .orElse("/");
    @Nullable HttpProbe probe = null;
    long waited = 20;
    Patience patience = new Patience(service.startWithin());
    while (!patience.isOver()) {
      if (probe == null) {
        int mapped = patience.asking(() -> container.mappedPort(port));
        probe = mapped == 0 ? null : new HttpProbe(container.host(), mapped);
      }
      if (probe != null && probe.answers(path)) {
        if (patience.isOver()) {
          patience.requireSteadiness();
        }
        return Optional.of(probe);
      }
      if (!patience.asking(container::isRunning)) {
        return Optional.empty();
      }
      progress.at("run", "waiting for an answer on port " + port);
      SandboxedContainer.pause(waited);
      waited = Math.min(waited * 2, 200);
    }
    patience.requireSteadiness();
    return Optional.empty();
  }

  private List<RequestSpec> requests(boolean whileStopping) {
    return service.requests().stream()
        .filter(request -> request.whileStopping() == whileStopping)
        .toList();
  }

  private StopEvidence stop(
      SandboxedContainer container, String signal, Optional<HttpProbe> probe) {
    progress.at("stop", "sending " + signal);
    Duration limit = service.stopWithin();
    List<RequestInFlight> inFlight =
        probe.stream()
            .flatMap(
                p -> requests(true).stream().map(r -> RequestInFlight.begin(p.base(), r, limit)))
            .toList();
    long millis = container.stop(limit).toMillis();
    int code = exitCode(container.inspect().getState());
    return new StopEvidence(
        signal,
        millis,
        code,
        code == KILLED && millis >= limit.toMillis(),
        inFlight.isEmpty() ? null : inFlight.stream().allMatch(RequestInFlight::wasAnswered));
  }

  private static String health(InspectContainerResponse state) {
    HealthState health = state.getState().getHealth();
    return health == null || health.getStatus() == null ? "" : health.getStatus();
  }

  private static int exitCode(InspectContainerResponse.ContainerState state) {
    Long code = state.getExitCodeLong();
    return code == null ? -1 : code.intValue();
  }

  private static long millisSince(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }
}
