package dev.drydock.json;

import dev.drydock.text.Printable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/** Escapes, beside what JSON demands, every character that a console must not get. */
final class UnseenEscapes extends CharacterEscapes {

  private static final long serialVersionUID = 1L;

  private static final int DELETE = 0x7F;

  private final int[] ascii = standardAsciiEscapesForJSON();

  UnseenEscapes() {
    ascii[DELETE] = ESCAPE_STANDARD;
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return ascii.clone();
  }

  /**
   * Asked for each half of a pair of surrogates, too: both are escaped, as a half that stands alone
   * must be.
   */
  @Override
  public @Nullable SerializableString getEscapeSequence(int c) {
    return c <= DELETE || Printable.isShowable(c)
        ? null
        : new SerializedString("\\u%04X".formatted(c));
  }
}
