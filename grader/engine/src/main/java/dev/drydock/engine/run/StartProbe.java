package dev.drydock.engine.run;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.BadRequestException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import dev.drydock.engine.EngineSession;
import dev.drydock.engine.host.Interference;
import java.util.function.Consumer;

/**
 * Finds out whose fault it is that a container does not start, from the engine's status and by
 * trying, never from its words, which repeat what the image says.
 *
 * <p>The same image is started once more in the same way, but as root, in the root folder, with a
 * program that is not there. An engine that refuses just that has made the container, its network
 * and its limits: what it refused before was the image's own user, folder or program. An image's
 * volumes cannot be left out, so where it declares some, an image without any is tried as well.
 */
final class StartProbe {

  private static final String NOT_THERE = "/.not-there";

  private final EngineSession session;
  private final String imageId;
  private final Consumer<CreateContainerCmd> confined;

  /**
   * @param confined configures a container like the one that did not start
   */
  StartProbe(EngineSession session, String imageId, Consumer<CreateContainerCmd> confined) {
    this.session = session;
    this.imageId = imageId;
    this.confined = confined;
  }

  /** Whether the image is what keeps a container from starting. */
  boolean isTheImages(Throwable refusal) {
    if (refusal instanceof BadRequestException) {
      return true; // the engine got as far as the image's program
    }
    return refusal instanceof DockerException
        && (neutralOneGetsToItsProgram(imageId)
            || declaresVolumes() && neutralOneGetsToItsProgram(HelperContainer.image(session)));
  }

  private boolean declaresVolumes() {
    return session
        .engine()
        .image(imageId)
        .map(InspectImageResponse::getConfig)
        .map(ContainerConfig::getVolumes)
        .filter(volumes -> !volumes.isEmpty())
        .isPresent();
  }

  private boolean neutralOneGetsToItsProgram(String image) {
    try (CreateContainerCmd command = session.engine().client().createContainerCmd(image)) {
      confined.accept(command);
      String id =
          command
              .withLabels(session.run().labels())
              .withUser("0:0")
              .withWorkingDir("/")
              .withEntrypoint(NOT_THERE)
              .exec()
              .getId();
      try {
        session.engine().client().startContainerCmd(id).exec();
        return true; // an image that does have this program
      } catch (BadRequestException e) {
        return true;
      } finally {
        session
            .engine()
            .client()
            .removeContainerCmd(id)
            .withForce(true)
            .withRemoveVolumes(true)
            .exec();
      }
    } catch (NotFoundException e) {
      throw new Interference("the image was removed during grading", e);
    } catch (DockerException e) {
      return false;
    }
  }
}
