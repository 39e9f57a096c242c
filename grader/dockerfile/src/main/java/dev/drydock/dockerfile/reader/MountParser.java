package dev.drydock.dockerfile.reader;

import dev.drydock.dockerfile.instruction.Mount;
import dev.drydock.dockerfile.instruction.Mount.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the value of {@code --mount}: a line of CSV. */
final class MountParser {

  private MountParser() {}

  static Mount parse(String value) {
    List<Option> options = new ArrayList<>();
    for (String field : fields(value)) {
      int equals = field.indexOf('=');
      String key = (equals < 0 ? field : field.substring(0, equals)).toLowerCase(Locale.ROOT);
      options.add(new Option(key, equals < 0 ? null : field.substring(equals + 1)));
    }
    return new Mount(options);
  }

  private static List<String> fields(String value) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < value.length() && value.charAt(i + 1) == '"';
        if (doubled) {
          field.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  /** What the builder refuses before substituting anything. */
  static Optional<String> defectBeforeSubstitution(Mount mount) {
    String from = mount.value("from").orElse("");
    int dollar = from.indexOf('$');
    return dollar >= 0 && dollar < from.length() - 1
        ? Optional.of("from= of a mount takes no variables")
        : Optional.empty();
  }
}
