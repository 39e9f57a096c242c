package dev.drydock.engine.ledger;

import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.InfrastructureException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sign of life of a run, in the engine itself: an empty volume with the run's label, made anew
 * every few seconds. Whoever shares the engine sees it, whatever user, home or machine the run
 * belongs to, and by the engine's own clock; the number of a process says nothing there.
 */
public final class Heartbeat implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private static final Duration EVERY = Duration.ofSeconds(20);

  /** After which a run counts as killed: several beats, as a busy engine may miss one. */
  private static final Duration SILENCE = Duration.ofSeconds(90);

  private static final Duration LAST_BEAT = Duration.ofSeconds(10);

  private final Engine engine;
  private final GraderRun run;
  private final ScheduledExecutorService beats =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "heartbeat");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable String last;

  private Heartbeat(Engine engine, GraderRun run) {
    this.engine = engine;
    this.run = run;
  }

  /** Begin; the first beat is made before anything else is. */
  public static Heartbeat begin(Engine engine, GraderRun run) {
    Heartbeat heartbeat = new Heartbeat(engine, run);
    heartbeat.beat();
    heartbeat.beats.scheduleWithFixedDelay(
        heartbeat::beat, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    return heartbeat;
  }

  private void beat() {
    String before = last;
    String name = run.uniqueName("alive");
    try {
      engine.client().createVolumeCmd().withName(name).withLabels(run.labels()).exec();
      last = name;
      remove(before);
    } catch (RuntimeException e) {
      LOG.debug("no sign of life this time", e);
    }
  }

  private void remove(@Nullable String volume) {
    if (volume == null) {
      return;
    }
    try {
      engine.client().removeVolumeCmd(volume).exec();
    } catch (NotFoundException e) {
      LOG.debug("{} is gone already", volume);
    } catch (DockerException | InfrastructureException e) {
      LOG.debug("{} stays until the end of the run: {}", volume, Engine.firstLine(e));
    }
  }

  /** Whether a run has shown itself lately. */
  public static boolean isAlive(Engine engine, String runId) {
    Optional<OffsetDateTime> now = time(engine.client().infoCmd().exec().getSystemTime());
    return now.isPresent()
        && volumes(engine, GraderRun.LABEL + "=" + runId).stream()
            .anyMatch(volume -> isFresh(engine, volume.getName(), now.get()));
  }

  private static boolean isFresh(Engine engine, String volume, OffsetDateTime now) {
    try {
      // told of one volume at a time, and not in a list
      Object made = engine.client().inspectVolumeCmd(volume).exec().getRawValues().get("CreatedAt");
      return time(made).filter(time -> time.plus(SILENCE).isAfter(now)).isPresent();
    } catch (NotFoundException e) {
      return true; // the next beat has just taken its place
    }
  }

  static List<InspectVolumeResponse> volumes(Engine engine, String label) {
    return Stream.ofNullable(
            engine
                .client()
                .listVolumesCmd()
                .withFilter("label", List.of(label))
                .exec()
                .getVolumes())
        .flatMap(List::stream)
        .toList();
  }

  private static Optional<OffsetDateTime> time(@Nullable Object text) {
    try {
      return Optional.ofNullable(text).map(String::valueOf).map(OffsetDateTime::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** What it left is removed with the run. */
  @Override
  public void close() {
    beats.shutdown();
    try {
      // one that is under way would leave its volume behind
      beats.awaitTermination(LAST_BEAT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
