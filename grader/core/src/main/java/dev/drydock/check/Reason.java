package dev.drydock.check;

import java.util.Locale;

/** Why a check has nothing to say about an image; each has a clause in the check texts. */
public enum Reason {
  /** The image's job is a command that ends. */
  COMMAND,
  /** The exercise sets no limit, list or feature for it. */
  NO_LIMIT,
  /** Costly or optional: looked at only where the exercise grades it. */
  NOT_ASKED,
  /** Nothing in this image is of the kind the check looks at. */
  NOTHING_TO_CHECK,
  /** The program runs as root, who may write everything. */
  ROOT;

  /** Key of its clause: {@code not-asked}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
