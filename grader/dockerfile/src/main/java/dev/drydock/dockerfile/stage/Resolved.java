package dev.drydock.dockerfile.stage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with its variables substituted.
 *
 * @param text without quotes and escapes; the text as written when it cannot be substituted
 * @param words the same, split at unquoted blanks
 * @param undefined names that are used without a default and not declared, sorted
 * @param defect why the builder cannot substitute the text: a clause without a full stop; null when
 *     it can
 * @param beyond whether the defect is a limit of this library's, which the builder may not have
 */
public record Resolved(
    String text,
    List<String> words,
    List<String> undefined,
    @Nullable String defect,
    boolean beyond) {

  /**
   * Copy the lists.
   *
   * @param text without quotes and escapes; the text as written when it cannot be substituted
   * @param words the same, split at unquoted blanks
   * @param undefined names that are used without a default and not declared, sorted
   * @param defect why the builder cannot substitute the text: a clause without a full stop; null
   *     when it can
   * @param beyond whether the defect is a limit of this library's, which the builder may not have
   */
  public Resolved {
    words = List.copyOf(words);
    undefined = List.copyOf(undefined);
  }

  /**
   * {@return whether the text is certain: it can be substituted, and every name in it is declared}
   */
  public boolean isComplete() {
    return defect == null && undefined.isEmpty();
  }
}
