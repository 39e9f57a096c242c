package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.JsonDefect;
import dev.drydock.dockerfile.source.Source;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code ADD source… destination}.
 *
 * @param sources as written, heredocs left out
 * @param destination empty when it is missing
 * @param jsonDefect why arguments that look like a JSON array are none
 */
public record Add(
    Source source, List<String> sources, String destination, @Nullable JsonDefect jsonDefect)
    implements Instruction, FileTransfer {

  private static final List<String> ARCHIVES =
      List.of(".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar.zst");

  public Add {
    sources = List.copyOf(sources);
  }

  /** Whether a source is fetched from the network, which COPY cannot do. */
  public static boolean isUrl(String source) {
    return source.startsWith("http://") || source.startsWith("https://") || isGit(source);
  }

  /** Whether a source is a git repository. */
  public static boolean isGit(String source) {
    if (source.startsWith("git://") || source.startsWith("ssh://")) {
      return true;
    }
    if (source.startsWith("http://") || source.startsWith("https://")) {
      int end = source.indexOf('#') >= 0 ? source.indexOf('#') : source.length();
      int query = source.indexOf('?');
      return source.substring(0, query >= 0 && query < end ? query : end).endsWith(".git");
    }
    int at = source.indexOf('@');
    int colon = source.indexOf(':');
    return at > 0 && colon > at && source.lastIndexOf('/', at) < 0;
  }

  /** Whether the name of a local source says that ADD would unpack it. */
  public static boolean isArchiveName(String source) {
    String name = source.toLowerCase(Locale.ROOT);
    return !isUrl(source) && ARCHIVES.stream().anyMatch(name::endsWith);
  }
}
