package dev.drydock.check;

import java.util.Locale;

/** Why a check does not apply to an image; each reason has a clause in the check texts. */
public enum Reason {
  /** The image runs a command that ends. */
  COMMAND,
  /** The exercise sets no limit, list or feature for it. */
  NO_LIMIT,
  /** Costly or optional: checked only if the exercise grades it. */
  NOT_ASKED,
  /** The image has nothing of the kind the check examines. */
  NOTHING_TO_CHECK,
  /** The program runs as root, which may write everything. */
  ROOT;

  /** Key of its clause: {@code not-asked}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
