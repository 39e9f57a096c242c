package dev.drydock.check;

import dev.drydock.image.ByteSize;
import dev.drydock.text.Counted;
import org.jspecify.annotations.Nullable;

/**
 * What was found, and what it was compared with.
 *
 * @param measured as shown, empty when nothing was measured
 * @param limit as shown, empty when there is none
 * @param measuredValue as a number: bytes, milliseconds, a ratio, a count
 */
public record Measurement(
    String measured, String limit, @Nullable Double measuredValue, @Nullable Double limitValue) {

  public static final Measurement NONE = new Measurement("", "", null, null);

  public static Measurement of(String measured, String limit) {
    return new Measurement(measured, limit, null, null);
  }

  public static Measurement ofBytes(long measured, long limit) {
    return new Measurement(
        ByteSize.of(measured).toString(),
        Shown.limit(ByteSize.of(limit)),
        (double) measured,
        (double) limit);
  }

  /** A count of things there should be none of. */
  public static Measurement noneAllowed(long count, String unit) {
    String measured = count == 0 ? "none" : Counted.of(count, unit);
    return new Measurement(measured, "none", (double) count, 0.0);
  }
}
