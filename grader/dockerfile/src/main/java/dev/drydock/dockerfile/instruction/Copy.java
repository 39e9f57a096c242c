package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.JsonDefect;
import dev.drydock.dockerfile.source.Source;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code COPY [--from=…] source… destination}.
 *
 * @param sources as written, heredocs left out
 * @param destination empty when it is missing
 * @param jsonDefect why arguments that look like a JSON array are none
 */
public record Copy(
    Source source, List<String> sources, String destination, @Nullable JsonDefect jsonDefect)
    implements Instruction, FileTransfer {

  public Copy {
    sources = List.copyOf(sources);
  }

  /** The stage or image copied from; none when it is the build context. */
  public Optional<String> from() {
    return source.flagValue("from").filter(value -> !value.isEmpty());
  }
}
