package dev.drydock.pipeline;

import dev.drydock.engine.EngineSession;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.engine.host.Interference;
import dev.drydock.engine.host.Progress;
import dev.drydock.image.ImageArchiveReader;
import dev.drydock.image.anatomy.ImageAnatomy;
import dev.drydock.image.request.ImageArchiveException;
import dev.drydock.image.request.ImageReadRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Takes an image of the engine apart. */
public final class ImageReader {

  private final Engine engine;
  private final Function<String, InputStream> save;

  /** Of an engine where nobody else of ours is at work. */
  public ImageReader(Engine engine) {
    this(engine, engine::save);
  }

  ImageReader(EngineSession session) {
    this(session.engine(), session::save);
  }

  private ImageReader(Engine engine, Function<String, InputStream> save) {
    this.engine = engine;
    this.save = save;
  }

  /**
   * Read an image.
   *
   * @throws UnreadableImage when it holds nothing, or more than can be read
   * @param base diff-ids of its base image's layers
   * @param canaries planted values to look for, by name
   */
  public ImageAnatomy read(
      String imageId, List<String> base, Map<String, String> canaries, Progress progress) {
    progress.at("read", "taking the image apart");
    Engine.ImageFacts image =
        engine.facts(imageId).orElseThrow(() -> new Interference("the image was removed"));
    if (image.layers().isEmpty()) {
      // engines cannot save it: it is as good as none
      throw new UnreadableImage("It is empty: no instruction adds a file to it.");
    }
    long engineSize = image.bytes();
    ImageReadRequest request = ImageReadRequest.of(imageId, engineSize, base, canaries);
    try (InputStream archive = save.apply(imageId)) {
      return new ImageArchiveReader(archive, request).read();
    } catch (ImageArchiveException e) {
      if (e.reason() == ImageArchiveException.Reason.LIMIT) {
        throw new UnreadableImage("The grader cannot read it: " + e.getMessage());
      }
      throw new InfrastructureException("the image cannot be read: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new InfrastructureException("the image cannot be read: " + e.getMessage(), e);
    }
  }

  /** An image that is empty, or more than the grader reads: that of whoever made it. */
  public static final class UnreadableImage extends InfrastructureException {

    private static final long serialVersionUID = 1L;

    UnreadableImage(String message) {
      super(message);
    }
  }
}
