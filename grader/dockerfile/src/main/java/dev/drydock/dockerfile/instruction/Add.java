package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.JsonDefect;
import dev.drydock.dockerfile.source.Source;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code ADD source… destination}.
 *
 * @param source the instruction as text, with its place in the file
 * @param sources as written, without heredocs
 * @param destination as written; empty when it is missing
 * @param jsonDefect why arguments that look like a JSON array are not one; null when they do not
 *     look like one, or are one
 */
public record Add(
    Source source, List<String> sources, String destination, @Nullable JsonDefect jsonDefect)
    implements Instruction, FileTransfer {

  private static final List<String> ARCHIVES =
      List.of(".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar.zst");

  /**
   * Copy the lists.
   *
   * @param source the instruction as text, with its place in the file
   * @param sources as written, without heredocs
   * @param destination as written; empty when it is missing
   * @param jsonDefect why arguments that look like a JSON array are not one; null when they do not
   *     look like one, or are one
   */
  public Add {
    sources = List.copyOf(sources);
  }

  /**
   * Tell whether a source is fetched from the network, which COPY cannot do.
   *
   * @param source a source, variables substituted
   * @return true for an http or https URL and for a Git repository
   */
  public static boolean isUrl(String source) {
    return source.startsWith("http://") || source.startsWith("https://") || isGit(source);
  }

  /**
   * Tell whether a source is a Git repository.
   *
   * @param source a source, variables substituted
   * @return true for a {@code git://} or {@code ssh://} URL, an {@code http(s)} URL that ends with
   *     {@code .git}, and {@code user@host:path}
   */
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

  /**
   * Tell whether ADD would probably unpack a local source, going by its name alone.
   *
   * @param source a source, variables substituted
   * @return true when it is local and has the extension of a tar archive
   */
  public static boolean isArchiveName(String source) {
    String name = source.toLowerCase(Locale.ROOT);
    return !isUrl(source) && ARCHIVES.stream().anyMatch(name::endsWith);
  }
}
