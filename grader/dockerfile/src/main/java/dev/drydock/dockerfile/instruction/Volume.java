package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.JsonDefect;
import dev.drydock.dockerfile.source.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code VOLUME path…} or {@code VOLUME ["path", …]}.
 *
 * @param jsonDefect why arguments that look like a JSON array are none
 */
public record Volume(Source source, List<String> paths, @Nullable JsonDefect jsonDefect)
    implements Instruction {

  public Volume {
    paths = List.copyOf(paths);
  }
}
