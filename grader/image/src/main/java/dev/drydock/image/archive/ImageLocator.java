package dev.drydock.image.archive;

import dev.drydock.image.archive.OciDocument.Descriptor;
import dev.drydock.image.request.ImageArchiveException;
import dev.drydock.image.request.ImageArchiveException.Reason;
import dev.drydock.image.request.ImageReadRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the image in the archive: through {@code manifest.json} where that leads to one, else
 * through the OCI layout's {@code index.json}.
 */
public final class ImageLocator {

  private static final int MAX_DEPTH = 4;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ArchiveFiles files;
  private final ImageReadRequest request;

  public ImageLocator(ArchiveFiles files, ImageReadRequest request) {
    this.files = files;
    this.request = request;
  }

  public ImageParts locate() throws ImageArchiveException {
    List<Candidate> candidates = saved();
    List<Candidate> oci = new ArrayList<>();
    byte[] index = files.json("index.json");
    if (index != null) {
      collect(parse(index, OciDocument.class, "index.json"), oci, List.of(), 0);
    }
    Candidate chosen = choose(candidates, oci);
    return parts(chosen);
  }

  private List<Candidate> saved() throws ImageArchiveException {
    byte[] manifest = files.json("manifest.json");
    if (manifest == null) {
      return List.of();
    }
    List<Candidate> candidates = new ArrayList<>();
    for (SavedImage image : parse(manifest, SavedImage[].class, "manifest.json")) {
      if (image.config() != null) {
        candidates.add(new Candidate(image.config(), image.layerPaths(), List.of()));
      }
    }
    return candidates;
  }

  private void collect(OciDocument document, List<Candidate> found, List<String> via, int depth)
      throws ImageArchiveException {
    if (document.config() != null) {
      List<String> layers = document.layerList().stream().map(Descriptor::path).toList();
      found.add(new Candidate(document.config().path(), layers, via));
    }
    for (Descriptor descriptor : document.manifestList()) {
      byte[] json = files.json(descriptor.path());
      if (!descriptor.isAttestation() && json != null && depth < MAX_DEPTH) {
        List<String> path = new ArrayList<>(via);
        path.add(descriptor.path());
        collect(parse(json, OciDocument.class, descriptor.path()), found, path, depth + 1);
      }
    }
  }

  private Candidate choose(List<Candidate> saved, List<Candidate> oci)
      throws ImageArchiveException {
    List<Candidate> all = new ArrayList<>(saved);
    all.addAll(oci);
    all.removeIf(candidate -> configOf(candidate) == null);
    if (all.isEmpty()) {
      throw new ImageArchiveException(
          Reason.INCOMPLETE,
          "the archive holds no image: no manifest.json or index.json leads to a configuration");
    }
    String hex = request.imageId().substring(request.imageId().indexOf(':') + 1);
    for (Function<Candidate, List<String>> names :
        List.<Function<Candidate, List<String>>>of(
            candidate -> List.of(candidate.config), Candidate::via)) {
      for (Candidate candidate : all) {
        if (names.apply(candidate).stream().anyMatch(name -> name.contains(hex))) {
          return candidate;
        }
      }
    }
    List<String> configs = all.stream().map(Candidate::config).distinct().toList();
    if (configs.size() > 1) {
      throw new ImageArchiveException(
          Reason.INCOMPLETE,
          "the archive holds %d images, none of them %s"
              .formatted(configs.size(), request.imageId()));
    }
    return all.get(0);
  }

  private @Nullable ConfigDocument configOf(Candidate candidate) {
    byte[] json = files.json(candidate.config);
    if (json == null) {
      return null;
    }
    try {
      ConfigDocument config = parse(json, ConfigDocument.class, candidate.config);
      return config.isImage() ? config : null;
    } catch (ImageArchiveException e) {
      return null;
    }
  }

  private ImageParts parts(Candidate chosen) throws ImageArchiveException {
    ConfigDocument config = configOf(chosen);
    byte[] json = files.json(chosen.config);
    if (config == null || json == null) {
      throw new IllegalStateException("chosen for its configuration: " + chosen.config);
    }
    List<Blob.LayerBlob> blobs = new ArrayList<>();
    for (String path : chosen.layers) {
      Blob.LayerBlob blob = files.layer(path);
      if (blob == null) {
        throw new ImageArchiveException(
            Reason.INCOMPLETE, "layer " + path + " is not in the archive");
      }
      blobs.add(blob);
    }
    if (blobs.size() != config.diffIds().size()) {
      throw new ImageArchiveException(
          Reason.MALFORMED,
          "the manifest names %d layers, the configuration %d"
              .formatted(blobs.size(), config.diffIds().size()));
    }
    if (blobs.size() > request.limits().layers()) {
      throw new ImageArchiveException(
          Reason.LIMIT, "it has more than " + request.limits().layers() + " layers");
    }
    return new ImageParts(json, config, blobs);
  }

  private static <T> T parse(byte[] json, Class<T> type, String name) throws ImageArchiveException {
    try {
      T value = JSON.readValue(json, type);
      if (value == null) {
        throw new ImageArchiveException(Reason.MALFORMED, name + " is empty");
      }
      return value;
    } catch (JacksonException e) {
      throw new ImageArchiveException(
          Reason.MALFORMED, name + " is not what it should be: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * A possible image.
   *
   * @param via paths of the index and manifest that led to it
   */
  private record Candidate(String config, List<String> layers, List<String> via) {}
}
