package dev.drydock.engine.run;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import dev.drydock.engine.BaseImages;
import dev.drydock.engine.EngineSession;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.engine.host.WorkInHand;
import dev.drydock.engine.ledger.StandIns;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A container of the grader's own that shares a namespace with a student's: BusyBox with a script.
 * It does, on every engine, what only works on the engine's machine.
 */
final class HelperContainer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HelperContainer.class);

  private static final String IMAGE = "busybox:latest";
  private static final long MEMORY = 64L * 1024 * 1024;
  private static final long MAX_PROCESSES = 64;

  private final DockerClient client;
  private final String id;

  private HelperContainer(DockerClient client, String id) {
    this.client = client;
    this.id = id;
  }

  /**
   * Start one.
   *
   * @param place says which namespaces it joins
   * @throws InfrastructureException when its image is unavailable
   * @throws DockerException when the engine does not start it
   */
  static HelperContainer start(
      EngineSession session, String script, UnaryOperator<HostConfig> place) {
    String image = image(session);
    DockerClient client = session.engine().client();
    try (WorkInHand.Begun begun = session.work().begin()) {
      String id =
          client
              .createContainerCmd(image)
              .withName(session.run().uniqueName("helper"))
              .withLabels(session.run().labels())
              .withUser("0:0")
              .withEntrypoint("sh", "-c", script)
              .withHostConfig(place.apply(confined()))
              .exec()
              .getId();
      HelperContainer helper = new HelperContainer(client, id);
      try {
        client.startContainerCmd(id).exec();
        return helper;
      } catch (DockerException e) {
        helper.close();
        throw e;
      }
    }
  }

  /** With one capability that student containers lack, so that their root may not trace it. */
  private static HostConfig confined() {
    return HostConfig.newHostConfig()
        .withCapDrop(Capability.ALL)
        .withCapAdd(Capability.AUDIT_WRITE)
        .withSecurityOpts(List.of("no-new-privileges"))
        .withMemory(MEMORY)
        .withMemorySwap(MEMORY)
        .withPidsLimit(MAX_PROCESSES)
        // whatever the engine's default: its output has to come back
        .withLogConfig(new LogConfig(LogConfig.LoggingType.JSON_FILE));
  }

  /**
   * Its image, which is there.
   *
   * @throws InfrastructureException when it cannot be had
   */
  static String image(EngineSession session) {
    StandIns standIns = new StandIns(session.engine(), session.run().home());
    try {
      new BaseImages(session.engine(), standIns, name -> Optional.empty()).require(List.of(IMAGE));
    } catch (BaseImages.UnknownImage e) {
      throw new InfrastructureException(String.valueOf(e.getMessage()), e);
    }
    return IMAGE;
  }

  String id() {
    return id;
  }

  /** Wait for it to end, no longer than the limit. */
  void awaitEnd(Duration limit) {
    try {
      client
          .waitContainerCmd(id)
          .exec(new WaitContainerResultCallback())
          .awaitCompletion(limit.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InfrastructureException("interrupted while waiting for a helper container", e);
    }
  }

  /** The lines it has printed. */
  List<String> output() {
    StringBuffer text = new StringBuffer();
    try {
      new ContainerLog(client, id).of(true, true).read(text::append);
    } catch (IOException e) {
      LOG.debug("the rest of what helper {} printed is lost", id, e);
    }
    // not lines(): a program's carriage returns end none
    return List.of(text.toString().split("\n"));
  }

  void signal(String name) {
    client.killContainerCmd(id).withSignal(name).exec();
  }

  @Override
  public void close() {
    try {
      client.removeContainerCmd(id).withForce(true).exec();
    } catch (NotFoundException e) {
      // gone already
    } catch (DockerException | InfrastructureException e) {
      LOG.debug("helper {} stays until the end of the run", id, e);
    }
  }
}
