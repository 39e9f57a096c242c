package dev.drydock.engine.run;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.LogContainerCmd;
import com.github.dockerjava.api.model.Frame;
import dev.drydock.engine.host.InfrastructureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The output of a container's program, as far as the engine kept it. */
final class ContainerLog {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final LogContainerCmd command;

  ContainerLog(DockerClient client, String containerId) {
    this.command = client.logContainerCmd(containerId);
  }

  ContainerLog of(boolean standardOutput, boolean standardError) {
    command.withStdOut(standardOutput).withStdErr(standardError);
    return this;
  }

  ContainerLog tail(int lines) {
    command.withTail(lines);
    return this;
  }

  /** Pass it on piece by piece; false when the engine did not reach its end in time. */
  boolean read(Consumer<String> pieces) throws IOException {
    try (ResultCallback.Adapter<Frame> frames =
        command.exec(
            new ResultCallback.Adapter<>() {
              @Override
              public void onNext(Frame frame) {
                pieces.accept(new String(frame.getPayload(), StandardCharsets.UTF_8));
              }
            })) {
      return frames.awaitCompletion(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InfrastructureException("interrupted while reading a container's log", e);
    }
  }
}
