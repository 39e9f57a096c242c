package dev.drydock.check;

import dev.drydock.image.ByteSize;
import dev.drydock.text.Counted;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as they appear in sentences: short, on one line, without control characters. */
public final class Shown {

  private static final int MAX_LENGTH = 300;

  /** The rest is not read: students' texts may be megabytes long. */
  private static final int MAX_READ = 20_000;

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");
  private static final Pattern ROUND = Pattern.compile("\\.0+ ");

  private Shown() {}

  /**
   * A text by a student or a program, made harmless and short. In a sentence, unlike in a {@link
   * dev.drydock.text.Printable} line, anything invisible becomes one space.
   */
  public static String text(String value) {
    String head = value.substring(0, Math.min(value.length(), MAX_READ));
    String clean = UNSEEN.matcher(head).replaceAll(" ").strip();
    return clean.length() <= MAX_LENGTH ? clean : clean.substring(0, MAX_LENGTH - 1) + "…";
  }

  /** A text shortened to {@code length} characters. */
  public static String brief(String value, int length) {
    String clean = text(value);
    return clean.length() <= length ? clean : clean.substring(0, length - 1) + "…";
  }

  /** A program's output in quotation marks; {@code nothing} if there is none. */
  public static String quoted(String value, int length) {
    String shown = brief(value, length);
    return shown.isEmpty() ? "nothing" : "“" + shown + "”";
  }

  /** {@code a, b, c and 4 more}. */
  public static String list(List<String> items, int max) {
    String head = items.stream().limit(max).map(Shown::text).collect(Collectors.joining(", "));
    return items.size() <= max ? head : head + " and " + (items.size() - max) + " more";
  }

  /** {@code 1 file}, {@code 3 files}. */
  public static String count(long number, String noun) {
    return Counted.of(number, noun);
  }

  /** {@code 8.4 %}, {@code 55 %}: one decimal below ten. */
  public static String percent(double ratio) {
    double percent = ratio * 100;
    String format = percent < 9.95 && percent != Math.rint(percent) ? "%.1f %%" : "%.0f %%";
    return String.format(Locale.ROOT, format, percent);
  }

  /** A sentence may begin with a value: {@code line 7 (…) holds}. */
  public static String capitalised(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  /** A limit as its author writes it: {@code 8 MB}, not {@code 8.00 MB}. */
  public static String limit(ByteSize size) {
    return ROUND.matcher(size.toString()).replaceFirst(" ");
  }

  /** {@code 40 ms}, {@code 1.2 s}, {@code 5 s}. */
  public static String seconds(long millis) {
    if (millis < 1_000) {
      return millis + " ms";
    }
    String text = String.format(Locale.ROOT, "%.1f", millis / 1000.0);
    return text.replaceFirst("\\.0$", "") + " s";
  }
}
