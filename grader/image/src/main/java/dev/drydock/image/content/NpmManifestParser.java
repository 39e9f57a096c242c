package dev.drydock.image.content;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads name and version of a {@code package.json} and nothing else. */
final class NpmManifestParser {

  private static final int MAX_LENGTH = 214;

  private final JsonFactory factory = new JsonFactory();

  NpmManifest parse(byte[] json) {
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json)) {
      return parser.nextToken() == JsonToken.START_OBJECT ? parse(parser) : NpmManifest.UNREADABLE;
    } catch (JacksonException e) {
      return NpmManifest.UNREADABLE;
    }
  }

  private static NpmManifest parse(JsonParser parser) {
    String name = "";
    String version = "";
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = parser.currentName();
      boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
      if (text && field.equals("name")) {
        name = shortened(parser.getString());
      } else if (text && field.equals("version")) {
        version = shortened(parser.getString());
      }
      parser.skipChildren();
    }
    return new NpmManifest(name, version);
  }

  /** The registry takes no longer names. */
  private static String shortened(String text) {
    return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
  }
}
