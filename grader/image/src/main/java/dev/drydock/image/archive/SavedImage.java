package dev.drydock.image.archive;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One image in {@code manifest.json} of a saved archive. The paths are those of the archive; the
 * layers are in the order of the configuration's diff-ids.
 *
 * <pre>{@code
 * [{"Config":"blobs/sha256/8e19…","RepoTags":["app:latest"],
 *   "Layers":["blobs/sha256/6a00…","blobs/sha256/f0f7…"]}]
 * }</pre>
 *
 * <p>Engines before 25 write {@code "Config":"8e19….json"} and {@code
 * "Layers":["4c2d…/layer.tar"]}.
 */
record SavedImage(
    @JsonProperty("Config") @Nullable String config,
    @JsonProperty("Layers") @Nullable List<String> layers) {

  List<String> layerPaths() {
    return layers == null ? List.of() : layers;
  }
}
