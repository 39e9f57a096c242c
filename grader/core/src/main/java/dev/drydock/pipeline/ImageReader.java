package dev.drydock.pipeline;

import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.engine.host.Progress;
import dev.drydock.image.ImageArchiveReader;
import dev.drydock.image.anatomy.ImageAnatomy;
import dev.drydock.image.request.ImageReadRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Takes an image of the engine apart. */
public final class ImageReader {

  private final Engine engine;

  public ImageReader(Engine engine) {
    this.engine = engine;
  }

  /**
   * Read an image.
   *
   * @param base diff-ids of its base image's layers
   * @param canaries planted values to look for, by name
   */
  public ImageAnatomy read(
      String imageId, List<String> base, Map<String, String> canaries, Progress progress) {
    progress.at("read", "taking the image apart");
    long engineSize = engine.sizeOf(imageId);
    ImageReadRequest request = ImageReadRequest.of(imageId, engineSize, base, canaries);
    try (InputStream archive = engine.save(imageId)) {
      return new ImageArchiveReader(archive, request).read();
    } catch (IOException e) {
      throw new InfrastructureException("the image cannot be read: " + e.getMessage(), e);
    }
  }
}
