package dev.drydock.submission.folder;

/** What an entry of a submission is; only a {@link #FILE} is ever read. */
public enum EntryKind {
  FILE("is a file"),
  SKIPPED_FOLDER("is a folder of tools"),
  LINK("is a symbolic link"),
  HARD_LINK("is a hard link"),
  SPECIAL("is a device or a pipe"),
  TOO_LARGE("is larger than allowed"),
  TOO_DEEP("is nested in too many folders"),
  COMPRESSED_TOO_WELL("unpacks to many times its size"),
  REPEATED("appears in the archive more than once"),
  ENCRYPTED("is encrypted"),
  /** By anybody: an archive's own fault. */
  UNREADABLE("cannot be read"),
  /** This machine does not let it be read, which says nothing about the submission. */
  CLOSED("cannot be read"),
  BAD_NAME("has a name that is not allowed");

  private final String phrase;

  EntryKind(String phrase) {
    this.phrase = phrase;
  }

  /** Said of an entry: {@code is a symbolic link}. */
  public String phrase() {
    return phrase;
  }
}
