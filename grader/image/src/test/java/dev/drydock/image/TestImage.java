package dev.drydock.image;

import com.github.luben.zstd.Zstd;
import dev.drydock.image.anatomy.ImageAnatomy;
import dev.drydock.image.request.ImageLimits;
import dev.drydock.image.request.ImageReadRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * An image as {@code docker save} writes it, in memory, in every layout engines have used.
 *
 * <pre>{@code
 * new TestImage().layer("COPY . /app", layer().file("app/a", "…")).read(Layout.OCI)
 * }</pre>
 */
public final class TestImage {

  /** How the archive is laid out. */
  public enum Layout {
    /** Engines before 25: layer.tar in a folder each, repeated ones as links, manifest last. */
    LEGACY,
    /** Engine 25 and later, classic store: blobs, index.json and manifest.json. */
    DOCKER,
    /** The containerd store: compressed blobs, an index of manifests, with an attestation. */
    OCI_GZIP,
    OCI_ZSTD,
    /** An OCI layout without manifest.json. */
    OCI
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<Blob> layers = new ArrayList<>();
  private final List<Map<String, Object>> history = new ArrayList<>();
  private final Map<String, Object> config = new LinkedHashMap<>();
  private final Map<String, String> canaries = new HashMap<>();
  private int baseLayers;
  private ImageLimits limits = ImageLimits.DEFAULT;
  private String requestedId = "";

  public TestImage layer(String createdBy, TestLayer layer) {
    return layer(createdBy, layer.toBytes());
  }

  public TestImage layer(TestLayer layer) {
    return layer("RUN /bin/sh -c step" + layers.size() + " # buildkit", layer);
  }

  public TestImage layer(String createdBy, byte[] tar) {
    layers.add(Blob.of(tar));
    history.add(Map.of("created_by", createdBy));
    return this;
  }

  public TestImage layerWithoutHistory(TestLayer layer) {
    layers.add(Blob.of(layer.toBytes()));
    return this;
  }

  public TestImage metadata(String createdBy) {
    history.add(Map.of("created_by", createdBy, "empty_layer", true));
    return this;
  }

  /** The layers added so far are the base's. */
  public TestImage endOfBase() {
    baseLayers = layers.size();
    return this;
  }

  /** A field of the configuration's {@code config}, as in the file: {@code Env}, {@code User}… */
  public TestImage config(String name, Object value) {
    config.put(name, value);
    return this;
  }

  public TestImage canary(String name, String value) {
    canaries.put(name, value);
    return this;
  }

  public TestImage limits(ImageLimits newLimits) {
    limits = newLimits;
    return this;
  }

  public TestImage requestedId(String id) {
    requestedId = id;
    return this;
  }

  public List<String> diffIds() {
    return layers.stream().map(Blob::digest).toList();
  }

  public String configDigest() {
    return digest(configJson());
  }

  public ImageAnatomy read() {
    return read(Layout.DOCKER);
  }

  public ImageAnatomy read(Layout layout) {
    try {
      return read(archive(layout));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ImageAnatomy read(byte[] archive) throws IOException {
    ImageReadRequest request =
        new ImageReadRequest(requestedId, 0, diffIds().subList(0, baseLayers), canaries, limits);
    return new ImageArchiveReader(new ByteArrayInputStream(archive), request).read();
  }

  public byte[] archive(Layout layout) {
    Archive archive = new Archive();
    switch (layout) {
      case LEGACY -> legacy(archive);
      case DOCKER -> blobs(archive, layers, true);
      case OCI -> blobs(archive, layers, false);
      case OCI_GZIP -> blobs(archive, packed(TestImage::gzip), false);
      case OCI_ZSTD -> blobs(archive, packed(Zstd::compress), false);
    }
    return archive.toBytes();
  }

  private List<Blob> packed(UnaryOperator<byte[]> how) {
    return layers.stream().map(layer -> Blob.of(how.apply(layer.content()))).toList();
  }

  private void legacy(Archive archive) {
    List<String> paths = new ArrayList<>();
    Map<String, String> firstById = new HashMap<>();
    for (int i = 0; i < layers.size(); i++) {
      String folder = digest("layer" + i).substring(7);
      String path = folder + "/layer.tar";
      String first = firstById.putIfAbsent(layers.get(i).digest(), path);
      archive.file(folder + "/VERSION", "1.0".getBytes(StandardCharsets.UTF_8));
      archive.file(folder + "/json", "{\"id\":\"x\"}".getBytes(StandardCharsets.UTF_8));
      if (first == null) {
        archive.file(path, layers.get(i).content());
      } else {
        archive.link(path, "../" + first);
      }
      paths.add(path);
    }
    String configPath = configDigest().substring(7) + ".json";
    archive.file(configPath, configJson());
    archive.file("manifest.json", json(List.of(Map.of("Config", configPath, "Layers", paths))));
  }

  private void blobs(Archive archive, List<Blob> stored, boolean dockerManifest) {
    Blob configuration = Blob.of(configJson());
    Blob attestation = Blob.of(json(Map.of("predicateType", "x", "subject", List.of())));
    Blob attestationManifest =
        Blob.of(json(Map.of("config", attestation.descriptor(), "layers", List.of())));
    Blob manifest =
        Blob.of(
            json(
                Map.of(
                    "schemaVersion",
                    2,
                    "config",
                    configuration.descriptor(),
                    "layers",
                    stored.stream().map(Blob::descriptor).toList())));
    Map<String, Object> attested = new HashMap<>(attestationManifest.descriptor());
    attested.put("annotations", Map.of("vnd.docker.reference.type", "attestation-manifest"));
    attested.put("platform", Map.of("os", "unknown", "architecture", "unknown"));
    Map<String, Object> other = new HashMap<>(Blob.of("not here".getBytes()).descriptor());
    other.put("platform", Map.of("os", "linux", "architecture", "s390x"));
    Blob index =
        Blob.of(json(Map.of("manifests", List.of(attested, other, manifest.descriptor()))));
    stored.forEach(archive::blob);
    archive.blob(attestation);
    archive.blob(attestationManifest);
    archive.blob(index);
    archive.blob(configuration);
    archive.blob(manifest);
    archive.file("index.json", json(Map.of("manifests", List.of(index.descriptor()))));
    archive.file("oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes());
    if (dockerManifest) {
      List<String> paths = stored.stream().map(Blob::path).toList();
      archive.file(
          "manifest.json", json(List.of(Map.of("Config", configuration.path(), "Layers", paths))));
    }
  }

  private byte[] configJson() {
    return json(
        Map.of(
            "architecture",
            "amd64",
            "os",
            "linux",
            "config",
            config,
            "history",
            history,
            "rootfs",
            Map.of("type", "layers", "diff_ids", diffIds())));
  }

  private static byte[] json(Object value) {
    return JSON.writeValueAsBytes(value);
  }

  public static byte[] gzip(byte[] data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String digest(String text) {
    return digest(text.getBytes(StandardCharsets.UTF_8));
  }

  public static String digest(byte[] data) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(data);
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** A part of the archive. Its digest is made once, which is what takes longest here. */
  private record Blob(byte[] content, String digest) {

    static Blob of(byte[] content) {
      return new Blob(content, TestImage.digest(content));
    }

    Map<String, Object> descriptor() {
      return Map.of("digest", digest, "size", content.length);
    }

    String path() {
      return "blobs/" + digest.replace(':', '/');
    }
  }

  /** The outer archive. */
  private static final class Archive {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes);
    private final Set<String> written = new HashSet<>();

    void blob(Blob blob) {
      if (!written.contains(blob.path())) {
        file(blob.path(), blob.content());
      }
    }

    void file(String path, byte[] content) {
      TarArchiveEntry entry = new TarArchiveEntry(path);
      entry.setSize(content.length);
      put(entry, content);
    }

    void link(String path, String target) {
      TarArchiveEntry entry = new TarArchiveEntry(path, TarArchiveEntry.LF_SYMLINK);
      entry.setLinkName(target);
      put(entry, new byte[0]);
    }

    private void put(TarArchiveEntry entry, byte[] content) {
      written.add(entry.getName());
      try {
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    byte[] toBytes() {
      try {
        tar.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }
  }
}
