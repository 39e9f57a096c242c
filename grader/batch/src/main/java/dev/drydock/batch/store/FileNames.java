package dev.drydock.batch.store;

import dev.drydock.files.Fingerprint;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * File names for texts that others choose, such as student names. A harmless name is kept; of any
 * other, the harmless part is kept and a hash added. No two are equal on a case-insensitive file
 * system, none is reserved anywhere, all are ASCII and at most 100 characters.
 */
public final class FileNames {

  private static final Pattern HARMLESS =
      Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9 ._@+-]{0,98}[A-Za-z0-9_+-])?");
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(?:con|prn|aux|nul|conin\\$|conout\\$|com[0-9]|lpt[0-9])(?:[. ].*)?");
  private static final int KEPT = 60;
  private static final int FIRST_HASH = 8;

  private final Map<String, String> byText = new HashMap<>();
  private final Map<String, String> takenBy = new HashMap<>();

  /** Remember a name given earlier. */
  public synchronized void remember(String text, String name) {
    byText.put(text, name);
    takenBy.put(name.toLowerCase(Locale.ROOT), text);
  }

  /** The name for a text, always the same one. */
  public synchronized String of(String text) {
    String known = byText.get(text);
    if (known != null) {
      return known;
    }
    String name = isHarmless(text) ? text : hashed(text, FIRST_HASH, "");
    // two texts may even share a hash: as bytes, half a character is a question mark
    for (int i = 1; takenBy.containsKey(name.toLowerCase(Locale.ROOT)); i++) {
      name = hashed(text, 2 * FIRST_HASH, i == 1 ? "" : "-" + i);
    }
    remember(text, name);
    return name;
  }

  /** Whether a name is one that {@link #of} gives. */
  public static boolean isHarmless(String name) {
    return HARMLESS.matcher(name).matches() && !RESERVED.matcher(name).matches();
  }

  private static String hashed(String text, int length, String behind) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^A-Za-z0-9 _+-]+", "_")
            .replaceAll("^[ _+-]+|[ _+-]+$", "");
    String kept = plain.substring(0, Math.min(plain.length(), KEPT)).strip();
    String hash = new Fingerprint().add(text).hex().substring(0, length) + behind;
    String name = kept + "-" + hash;
    return isHarmless(name) ? name : "_" + name;
  }
}
