package dev.drydock.engine.context;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a context is archived.
 *
 * @param always paths that go in even when they are ignored
 * @param replacements other contents for some paths, which need not exist, such as a Dockerfile
 *     without its syntax line
 * @param modified the time of every entry; null keeps each file's own
 */
public record ArchiveOptions(
    Set<String> always, Map<String, byte[]> replacements, @Nullable Instant modified) {

  public ArchiveOptions {
    always = Set.copyOf(always);
    replacements = Map.copyOf(replacements);
  }

  /**
   * What the classic builder needs: it looks for the Dockerfile and the ignore file in the archive
   * even if the ignore file excludes them. The same content gives the same bytes.
   *
   * @param dockerfile path relative to the context
   */
  public static ArchiveOptions classic(String dockerfile, byte[] text) {
    return new ArchiveOptions(
        Set.of(dockerfile, IgnoreFile.DEFAULT_NAME), Map.of(dockerfile, text), Instant.EPOCH);
  }

  /** Only what the ignore file lets through. */
  public static ArchiveOptions exact() {
    return new ArchiveOptions(Set.of(), Map.of(), Instant.EPOCH);
  }
}
