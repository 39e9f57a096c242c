package dev.drydock.engine.context;

import dev.drydock.dockerignore.DockerIgnore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The ignore file in force.
 *
 * @param path relative to the context, such as {@code .dockerignore} or {@code
 *     Dockerfile.dockerignore}
 */
public record IgnoreFile(String path, String text, DockerIgnore rules) {

  /** The name to look for when the Dockerfile has no ignore file of its own. */
  public static final String DEFAULT_NAME = ".dockerignore";

  private static final int MAX_BYTES = 5_000_000;

  /**
   * Find the ignore file as BuildKit does: the Dockerfile's own first, {@code
   * <Dockerfile>.dockerignore} beside it. A link does not count.
   *
   * @param dockerfile path of the Dockerfile relative to the context
   */
  public static Optional<IgnoreFile> find(Path context, String dockerfile) throws IOException {
    Optional<IgnoreFile> own = read(context, dockerfile + DEFAULT_NAME);
    // BuildKit treats an empty one as absent.
    return own.filter(file -> !file.text().isEmpty()).isPresent() ? own : findDefault(context);
  }

  /** Find the ignore file as the classic builder does: only the context's counts. */
  public static Optional<IgnoreFile> findDefault(Path context) throws IOException {
    return read(context, DEFAULT_NAME);
  }

  private static Optional<IgnoreFile> read(Path context, String name) throws IOException {
    Path file = context.resolve(name);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new ContextLimitException(name + " is larger than " + MAX_BYTES + " bytes");
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      return Optional.of(new IgnoreFile(name, text, DockerIgnore.parse(text)));
    }
  }
}
