package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.JsonDefect;
import dev.drydock.dockerfile.source.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code VOLUME path…} or {@code VOLUME ["path", …]}.
 *
 * @param source the instruction as text, with its place in the file
 * @param paths as written
 * @param jsonDefect why arguments that look like a JSON array are not one; null when they do not
 *     look like one, or are one
 */
public record Volume(Source source, List<String> paths, @Nullable JsonDefect jsonDefect)
    implements Instruction {

  /**
   * Copy the lists.
   *
   * @param source the instruction as text, with its place in the file
   * @param paths as written
   * @param jsonDefect why arguments that look like a JSON array are not one; null when they do not
   *     look like one, or are one
   */
  public Volume {
    paths = List.copyOf(paths);
  }
}
