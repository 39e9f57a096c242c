package org.example.layers;

import dev.drydock.image.ByteSize;
import dev.drydock.image.ImageArchiveReader;
import dev.drydock.image.anatomy.ImageAnatomy;
import dev.drydock.image.anatomy.ImageLayer;
import dev.drydock.image.anatomy.WastedPath;
import java.io.IOException;
import java.nio.file.Path;

/** Prints what weighs in an archive that docker save wrote. */
public final class Layers {

  private Layers() {}

  public static void main(String[] archive) throws IOException {
    ImageAnatomy image = ImageArchiveReader.read(Path.of(archive[0]));
    for (ImageLayer layer : image.layers()) {
      System.out.println(ByteSize.of(layer.bytes()) + "  " + image.createdBy(layer));
    }
    for (WastedPath waste : image.waste()) {
      System.out.printf(
          "%s wasted: %s, added in layer %d, %s in layer %d%n",
          ByteSize.of(waste.bytes()),
          waste.path(),
          waste.addedLayer(),
          waste.kind().name().toLowerCase(java.util.Locale.ROOT),
          waste.hiddenLayer());
    }
    System.out.println("runs " + image.config().commandLine() + " as " + image.config().user());
  }
}
