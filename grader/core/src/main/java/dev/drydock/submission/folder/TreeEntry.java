package dev.drydock.submission.folder;

import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.image.ByteSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a submission.
 *
 * @param name relative to the submission, with slashes; a folder's ends in one
 * @param size in bytes, 0 where unknown
 * @param content where its bytes are, null for all but files
 */
public record TreeEntry(
    String name, EntryKind kind, long size, boolean executable, @Nullable Path content) {

  public static TreeEntry file(String name, long size, boolean executable, Path content) {
    return new TreeEntry(name, EntryKind.FILE, size, executable, content);
  }

  public static TreeEntry other(String name, EntryKind kind, long size) {
    return new TreeEntry(name, kind, size, false, null);
  }

  public boolean isFile() {
    return kind == EntryKind.FILE;
  }

  /** Whether it is neither a file to read nor a folder that is passed over for good reason. */
  public boolean isRefused() {
    return kind != EntryKind.FILE && kind != EntryKind.SKIPPED_FOLDER;
  }

  /** The last part of the name. */
  public String fileName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** The folder's name with its slash, empty at the top. */
  public String folder() {
    return name.substring(0, name.lastIndexOf('/') + 1);
  }

  public TreeEntry named(String newName) {
    return new TreeEntry(newName, kind, size, executable, content);
  }

  /** Why it is not taken: {@code a/b is a symbolic link}. */
  public String refusal() {
    return shownName() + " " + kind.phrase();
  }

  /** The same, with what to do about it where that is not plain. */
  public String demand() {
    return switch (kind) {
      case LINK, HARD_LINK, SPECIAL -> refusal() + ": hand in regular files";
      default -> refusal();
    };
  }

  /**
   * Why the submission cannot be graded without it.
   *
   * @throws InfrastructureException when that is not the submission's fault
   */
  public RejectedSubmission rejection() {
    if (kind == EntryKind.CLOSED) {
      throw outOfReach("its owner or the file system does not allow it");
    }
    return new RejectedSubmission(demand());
  }

  InfrastructureException outOfReach(@Nullable String why) {
    String what = name.isEmpty() ? "the folder" : shownName();
    return new InfrastructureException(what + " cannot be read here: " + why);
  }

  /** The name as it may be shown. */
  public String shownName() {
    return EntryNames.shown(name);
  }

  /**
   * Read a file.
   *
   * @throws RejectedSubmission when it is no file or has more than {@code limit} bytes
   * @throws InfrastructureException when this machine cannot read it
   */
  public byte[] bytes(ByteSize limit) throws RejectedSubmission {
    if (content == null) {
      throw new RejectedSubmission(refusal());
    }
    try (InputStream in =
        Channels.newInputStream(
            Files.newByteChannel(
                content, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))) {
      byte[] bytes = in.readNBytes(Math.toIntExact(limit.bytes() + 1));
      if (bytes.length > limit.bytes()) {
        throw new RejectedSubmission(shownName() + " is larger than " + limit);
      }
      return bytes;
    } catch (IOException e) {
      throw outOfReach(e.getMessage());
    }
  }
}
