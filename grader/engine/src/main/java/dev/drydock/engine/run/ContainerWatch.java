package dev.drydock.engine.run;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import dev.drydock.engine.EngineSession;
import dev.drydock.engine.host.DiskUse;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.image.ByteSize;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills a container that fills the engine's disk. The engine counts what each container wrote, so
 * others' writes do not matter.
 */
final class ContainerWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ContainerWatch.class);

  /** What a container may write. */
  static final long MOST = ByteSize.parse("1 GB").bytes();

  private static final long LOOK_MILLIS = 250;

  private final EngineSession session;
  private final String containerId;
  private final DiskUse use;
  private final Thread thread = new Thread(this::watch, "disk of a container");
  private volatile boolean closed;
  private volatile boolean wroteTooMuch;
  private volatile boolean foundNoRoom;

  private ContainerWatch(EngineSession session, String containerId, DiskUse use) {
    this.session = session;
    this.containerId = containerId;
    this.use = use;
    thread.setDaemon(true);
  }

  /**
   * @param use since before the container was started
   */
  static ContainerWatch begin(EngineSession session, String containerId, DiskUse use) {
    ContainerWatch watch = new ContainerWatch(session, containerId, use);
    watch.thread.start();
    return watch;
  }

  /** What the student should know if it was killed for what it wrote. */
  Optional<String> words() {
    return wroteTooMuch
        ? Optional.of(
            "(the container was killed: it wrote more than "
                + ByteSize.of(MOST)
                + " to its file system)")
        : Optional.empty();
  }

  /**
   * @throws InfrastructureException when it was killed because the disk is nearly full
   */
  void requireRoom() {
    if (foundNoRoom) {
      throw session.disk().nearlyFull();
    }
  }

  private void watch() {
    try {
      while (!closed) {
        Thread.sleep(LOOK_MILLIS);
        look();
      }
    } catch (InterruptedException e) {
      // closed
    }
  }

  private void look() {
    try {
      if (session.disk().isNearlyFull()) {
        end(written() > MOST);
      } else if (use.used() > MOST && written() > MOST) {
        end(true);
      }
    } catch (DockerException | InfrastructureException e) {
      LOG.debug("container {} could not be looked at this time", containerId, e);
    }
  }

  private long written() {
    InspectContainerResponse found =
        session.engine().client().inspectContainerCmd(containerId).withSize(true).exec();
    Long bytes = found.getSizeRw();
    return bytes == null ? 0 : bytes;
  }

  private void end(boolean own) {
    wroteTooMuch = own;
    foundNoRoom = !own;
    session.engine().client().killContainerCmd(containerId).exec();
    closed = true;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
