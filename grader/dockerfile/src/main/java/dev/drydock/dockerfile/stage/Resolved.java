package dev.drydock.dockerfile.stage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text after substitution.
 *
 * @param text variables substituted, quotes and escapes removed; the text as written when it cannot
 *     be substituted
 * @param words the same, split at unquoted blanks
 * @param undefined names used without a default that nothing declares, sorted
 * @param defect why the builder cannot substitute it; null when it can
 */
public record Resolved(
    String text, List<String> words, List<String> undefined, @Nullable String defect) {

  public Resolved {
    words = List.copyOf(words);
    undefined = List.copyOf(undefined);
  }

  /** Whether the text is certain: it can be substituted and every name is known. */
  public boolean isComplete() {
    return defect == null && undefined.isEmpty();
  }
}
