package dev.drydock.image.files;

import dev.drydock.image.anatomy.ImageConfig;
import dev.drydock.image.layers.PathTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds bundles of CA certificates where TLS libraries look for them.
 *
 * @see <a href="https://go.dev/src/crypto/x509/root_linux.go">the places Go looks at</a>
 */
final class Certificates {

  /** What is smaller holds no bundle: one certificate alone takes a kilobyte. */
  private static final int MIN_BYTES = 500;

  private static final List<String> PLACES =
      List.of(
          "/etc/ssl/certs/ca-certificates.crt",
          "/etc/pki/tls/certs/ca-bundle.crt",
          "/etc/ssl/ca-bundle.pem",
          "/etc/pki/tls/cacert.pem",
          "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
          "/etc/ssl/cert.pem");

  private Certificates() {}

  static List<String> find(ImageFiles files, ImageConfig config) {
    Stream<String> configured =
        config.env().stream()
            .filter(variable -> variable.startsWith("SSL_CERT_FILE="))
            .map(variable -> variable.substring(variable.indexOf('=') + 1));
    List<String> found = new ArrayList<>();
    Stream.concat(PLACES.stream(), configured)
        .filter(path -> !found.contains(path) && isBundle(files, path))
        .forEach(found::add);
    return found;
  }

  private static boolean isBundle(ImageFiles files, String path) {
    int node = files.resolveFile(path);
    return node != PathTree.NONE && files.view().bytes(node) >= MIN_BYTES;
  }
}
