package dev.drydock.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Points as people write them. */
public final class Points {

  private Points() {}

  /** Without needless decimals: {@code 4}, {@code 2.5}. */
  public static String shown(double points) {
    BigDecimal two = BigDecimal.valueOf(points).setScale(2, RoundingMode.HALF_UP);
    return two.signum() == 0 ? "0" : two.stripTrailingZeros().toPlainString();
  }

  /** {@code 1 point}, {@code 2.5 points}. */
  public static String counted(double points) {
    String shown = shown(points);
    return shown + (shown.equals("1") ? " point" : " points");
  }

  /** {@code 2.5 of 4 points}. */
  public static String of(double points, double max) {
    return shown(points) + " of " + counted(max);
  }
}
