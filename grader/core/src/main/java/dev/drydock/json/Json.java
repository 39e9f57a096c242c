package dev.drydock.json;

import java.util.regex.Pattern;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way in which records become JSON and back: indented, in the record's order, {@code \n} at
 * line ends, tolerant of unknown fields. What nobody sees is written as an escape.
 */
public final class Json {

  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

  private static final JsonMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().characterEscapes(new UnseenEscapes()).build())
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER))
          .build();

  /** Outside of strings, JSON has no such sign. */
  private static final Pattern COMMAND = Pattern.compile("(##\\p{L}*)\\[");

  private Json() {}

  public static JsonMapper mapper() {
    return MAPPER;
  }

  /**
   * A value as a document of its own, with a newline at its end. It can be shown on a console or in
   * a CI's log: what is not to be seen, and what a CI would take for a command, is escaped.
   */
  public static String write(Object value) {
    String json = MAPPER.writeValueAsString(value) + "\n";
    return json.contains("##") ? COMMAND.matcher(json).replaceAll("$1\\\\u005B") : json;
  }
}
