package dev.drydock.check;

import java.util.Map;

/**
 * What an exercise asks of a check: which of the check's sentences (of its requirement, or of its
 * limits) holds, and the values in it.
 *
 * @param variant key of the sentence, empty for the one that needs no values
 */
public record Asked(String variant, Map<String, String> values) {

  /** The requirement as it stands. */
  public static final Asked PLAIN = new Asked("", Map.of());

  public Asked {
    values = Map.copyOf(values);
  }

  /** A sentence without values. */
  public static Asked of(String variant) {
    return new Asked(variant, Map.of());
  }

  public static Asked of(String variant, String name, Object value) {
    return new Asked(variant, Map.of(name, value.toString()));
  }
}
