package dev.drydock.check;

import java.util.Map;

/**
 * What an exercise asks of a check: which sentence of its requirement or limits applies, and its
 * values.
 *
 * @param variant key of the sentence, empty for the one that needs no values
 */
public record Asked(String variant, Map<String, String> values) {

  /** The requirement as written. */
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
