package dev.drydock.image.tar;

import java.nio.charset.StandardCharsets;

/**
 * One header of a tar archive. Names are the bytes of the archive: not necessarily UTF-8, not
 * normalised, not to be trusted.
 *
 * @param name as written, with {@code ./} or a leading or trailing {@code /} if it has them
 * @param linkName target of a link, empty otherwise
 * @param size of the file as a program reads it (a sparse file's holes included), 0 for all but
 *     regular files
 * @param storedSize bytes that follow in the archive
 * @param mode permission and set-id bits
 */
public record TarEntry(
    byte[] name,
    Type type,
    byte[] linkName,
    long size,
    long storedSize,
    int mode,
    int uid,
    int gid) {

  public enum Type {
    FILE,
    HARD_LINK,
    SYMBOLIC_LINK,
    DIRECTORY,
    /** Devices and pipes. */
    SPECIAL,
    /** A kind this reader does not know, skipped with its bytes. */
    UNKNOWN
  }

  /** The name as text, for messages and for archives whose names are known to be plain. */
  public String nameText() {
    return new String(name, StandardCharsets.UTF_8);
  }

  public String linkText() {
    return new String(linkName, StandardCharsets.UTF_8);
  }
}
