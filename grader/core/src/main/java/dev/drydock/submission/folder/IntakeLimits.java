package dev.drydock.submission.folder;

import dev.drydock.image.ByteSize;

/**
 * Caps on what is read of a submission.
 *
 * @param entries files and folders looked at, those inside of node_modules and the like aside
 * @param depth of folders
 * @param file size of an editable file
 * @param projectFile size of a file, where the whole project is handed in
 * @param total size of all files taken
 * @param archive size of an archive
 * @param unpacked bytes that reading an archive may lead to
 * @param ratio unpacked to packed size
 * @param archiveEntries entries of an archive, whatever they are
 * @param listed ignored files that are named
 */
public record IntakeLimits(
    int entries,
    int depth,
    ByteSize file,
    ByteSize projectFile,
    ByteSize total,
    ByteSize archive,
    ByteSize unpacked,
    int ratio,
    int archiveEntries,
    int listed) {

  /** Generous for what people write, small for a machine that reads thousands. */
  public static IntakeLimits standard() {
    return new IntakeLimits(
        20_000,
        32,
        ByteSize.parse("1 MB"),
        ByteSize.parse("16 MB"),
        ByteSize.parse("64 MB"),
        ByteSize.parse("256 MB"),
        ByteSize.parse("512 MB"),
        200,
        100_000,
        1_000);
  }

  /** For the archive of a whole class, which comes from a learning platform. */
  public static IntakeLimits ofClass() {
    return new IntakeLimits(
        100_000,
        32,
        ByteSize.parse("256 MB"),
        ByteSize.parse("256 MB"),
        ByteSize.parse("16 GB"),
        ByteSize.parse("16 GB"),
        ByteSize.parse("16 GB"),
        200,
        100_000,
        1_000);
  }
}
