package dev.drydock.attribution;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where one layer comes from.
 *
 * @param layer index of the layer
 * @param base whether the base image brought it
 * @param keyword of the instruction that made it, empty when unknown
 * @param instruction from the Dockerfile, on one line, or else from the history; empty when in
 *     neither
 * @param line first line of the instruction, null for the base's layers and when not found
 * @param endLine its last line
 * @param stage name or number of the instruction's stage, empty when unknown
 * @param copiedFrom stage or image that a {@code COPY --from} takes its files from, empty otherwise
 * @param fromContext whether it takes files from the build context
 */
public record LayerOrigin(
    int layer,
    boolean base,
    String keyword,
    String instruction,
    @Nullable Integer line,
    @Nullable Integer endLine,
    String stage,
    String copiedFrom,
    boolean fromContext) {

  private static final Pattern OWNER_OR_MODE = Pattern.compile("\\bch(?:own|mod|grp)\\b");

  /** Whether its words set another owner or mode; a program may do so in passing. */
  public boolean asksForOwnerOrMode() {
    return OWNER_OR_MODE.matcher(instruction).find();
  }
}
