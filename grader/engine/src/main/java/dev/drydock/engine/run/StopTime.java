package dev.drydock.engine.run;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Event;
import dev.drydock.engine.host.InfrastructureException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How long a container's program took to end, by the engine's own clock: from the signal it sent to
 * the end it saw. The stop call returns later, after the engine unmounts and takes the network
 * down; on a busy machine that takes seconds, which are not the program's fault.
 */
final class StopTime {

  private static final Duration WAIT = Duration.ofMinutes(2);

  private StopTime() {}

  /** Empty when the engine does not know. */
  static Optional<Duration> of(SandboxedContainer container) {
    try {
      ContainerState state = container.inspect().getState();
      Instant started = Instant.parse(String.valueOf(state.getStartedAt()));
      Instant finished = Instant.parse(String.valueOf(state.getFinishedAt()));
      return signalled(container, started, finished)
          .map(signal -> Duration.between(signal, finished))
          // the engine records the signal after sending it: some programs are quicker
          .map(time -> time.isNegative() ? Duration.ZERO : time);
    } catch (DateTimeException | DockerException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> signalled(
      SandboxedContainer container, Instant started, Instant finished) {
    AtomicReference<Event> first = new AtomicReference<>();
    try (ResultCallback.Adapter<Event> events =
        container
            .client()
            .eventsCmd()
            .withContainerFilter(container.id())
            .withEventFilter("kill")
            .withSince(String.valueOf(started.getEpochSecond()))
            // if no signal is recorded, the engine ends the list by itself
            .withUntil(String.valueOf(finished.getEpochSecond() + 2))
            .exec(new FirstEvent(first))) {
      if (!events.awaitCompletion(WAIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new InfrastructureException("the engine does not say when it stopped a container");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InfrastructureException("interrupted while asking when a container was stopped", e);
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.ofNullable(first.get())
        .map(Event::getTimeNano)
        .map(nanos -> Instant.ofEpochSecond(0, nanos));
  }

  /** Does not wait for the list's end. */
  private static final class FirstEvent extends ResultCallback.Adapter<Event> {

    private final AtomicReference<Event> found;

    FirstEvent(AtomicReference<Event> found) {
      this.found = found;
    }

    @Override
    public void onNext(Event event) {
      found.compareAndSet(null, event);
      onComplete();
    }
  }
}
