package dev.drydock.engine.run;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventActor;
import dev.drydock.engine.host.InfrastructureException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whether the engine was asked to kill a container, by its own record of events. */
final class KillRecord {

  private static final Duration WAIT = Duration.ofMinutes(2);
  private static final String KILL = "9";

  private KillRecord() {}

  /** False, too, where the engine cannot tell: a program may end with any code by itself. */
  static boolean has(SandboxedContainer container) {
    AtomicBoolean killed = new AtomicBoolean();
    try {
      Instant started =
          Instant.parse(String.valueOf(container.inspect().getState().getStartedAt()));
      try (ResultCallback.Adapter<Event> events =
          container
              .client()
              .eventsCmd()
              .withContainerFilter(container.id())
              .withEventFilter("kill")
              .withSince(String.valueOf(started.getEpochSecond()))
              .withUntil(String.valueOf(Instant.now().getEpochSecond() + 1))
              .exec(new Kills(killed))) {
        events.awaitCompletion(WAIT.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InfrastructureException("interrupted while asking what ended a container", e);
    } catch (DateTimeException | DockerException | IOException e) {
      return killed.get();
    }
    return killed.get();
  }

  private static final class Kills extends ResultCallback.Adapter<Event> {

    private final AtomicBoolean killed;

    Kills(AtomicBoolean killed) {
      this.killed = killed;
    }

    @Override
    public void onNext(Event event) {
      EventActor actor = event.getActor();
      boolean kill =
          actor != null
              && actor.getAttributes() != null
              && KILL.equals(actor.getAttributes().get("signal"));
      if (kill) {
        killed.set(true);
        onComplete();
      }
    }
  }
}
