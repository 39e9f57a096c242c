package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.JsonDefect;
import dev.drydock.dockerfile.source.Source;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code COPY [--from=…] source… destination}.
 *
 * @param source the instruction as text, with its place in the file
 * @param sources as written, without heredocs
 * @param destination as written; empty when it is missing
 * @param jsonDefect why arguments that look like a JSON array are not one; null when they do not
 *     look like one, or are one
 */
public record Copy(
    Source source, List<String> sources, String destination, @Nullable JsonDefect jsonDefect)
    implements Instruction, FileTransfer {

  /**
   * Copy the lists.
   *
   * @param source the instruction as text, with its place in the file
   * @param sources as written, without heredocs
   * @param destination as written; empty when it is missing
   * @param jsonDefect why arguments that look like a JSON array are not one; null when they do not
   *     look like one, or are one
   */
  public Copy {
    sources = List.copyOf(sources);
  }

  /** {@return the stage or image to copy from, as written; empty when it is the build context} */
  public Optional<String> from() {
    return source.flagValue("from").filter(value -> !value.isEmpty());
  }
}
