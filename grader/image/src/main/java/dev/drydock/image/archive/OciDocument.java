package dev.drydock.image.archive;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An OCI image index or an OCI image manifest, whichever it is.
 *
 * <pre>{@code
 * {"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[
 *   {"digest":"sha256:0c6d…","size":554,"platform":{"os":"linux","architecture":"amd64"}},
 *   {"digest":"sha256:77ab…","size":566,"platform":{"os":"unknown","architecture":"unknown"},
 *    "annotations":{"vnd.docker.reference.type":"attestation-manifest"}}]}
 *
 * {"schemaVersion":2,"config":{"digest":"sha256:8e19…"},
 *  "layers":[{"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip","digest":"sha256:6a00…"}]}
 * }</pre>
 *
 * @see <a href="https://github.com/opencontainers/image-spec">the OCI image specification</a>
 */
record OciDocument(
    @Nullable Descriptor config,
    @Nullable List<Descriptor> layers,
    @Nullable List<Descriptor> manifests) {

  List<Descriptor> manifestList() {
    return manifests == null ? List.of() : manifests;
  }

  List<Descriptor> layerList() {
    return layers == null ? List.of() : layers;
  }

  /** Points to a blob. */
  record Descriptor(
      @Nullable String digest,
      @Nullable Map<String, String> annotations,
      @Nullable Platform platform) {

    /** Where an OCI layout keeps the blob: {@code blobs/sha256/…}. */
    String path() {
      return digest == null ? "" : "blobs/" + digest.replace(':', '/');
    }

    boolean isAttestation() {
      return (annotations != null && annotations.containsKey("vnd.docker.reference.type"))
          || (platform != null && "unknown".equals(platform.os));
    }
  }

  record Platform(@Nullable String os, @Nullable String architecture) {}
}
