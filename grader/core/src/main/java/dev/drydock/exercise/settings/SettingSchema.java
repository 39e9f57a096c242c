package dev.drydock.exercise.settings;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form of a setting's value.
 *
 * @param json a fragment of the JSON Schema of {@code exercise.yaml}, whose {@code $defs} it may
 *     refer to
 * @param words the same for authors: {@code a size such as 8 MB}
 */
public record SettingSchema(String json, String words) {

  public static final SettingSchema SIZE =
      new SettingSchema("{\"$ref\": \"#/$defs/size\"}", "a size such as 8 MB");

  public static final SettingSchema FLAG =
      new SettingSchema("{\"type\": \"boolean\"}", "true or false");

  public static final SettingSchema COUNT =
      new SettingSchema("{\"type\": \"integer\", \"minimum\": 0}", "a whole number");

  /** A part of something: more than nothing, at most all of it. */
  public static final SettingSchema SHARE =
      new SettingSchema(
          "{\"type\": \"number\", \"exclusiveMinimum\": 0, \"maximum\": 1}",
          "a number above 0, at most 1");

  public static final SettingSchema TEXTS =
      new SettingSchema("{\"$ref\": \"#/$defs/filledTexts\"}", "a list of texts");

  /** A list of some of an enum's values, written as {@code toString} shows them. */
  public static SettingSchema someOf(Class<? extends Enum<?>> type) {
    List<String> names = Stream.of(type.getEnumConstants()).map(Object::toString).toList();
    String quoted = names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    return new SettingSchema(
        "{\"type\": \"array\", \"minItems\": 1, \"items\": {\"enum\": [" + quoted + "]}}",
        "a list of some of " + String.join(", ", names));
  }
}
