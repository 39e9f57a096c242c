package dev.drydock.dockerfile.words;

/**
 * The replacement in {@code ${name//pattern/replacement}}. The builder hands it to Go's regular
 * expressions, where an (escaped) dollar refers to a group; there is none but 0, the whole match.
 */
final class ReplacementTemplate {

  private final String template;

  ReplacementTemplate(String template) {
    this.template = template;
  }

  String expand(String match) {
    int dollar = template.indexOf('$');
    if (dollar < 0) {
      return template;
    }
    StringBuilder result = new StringBuilder();
    int copied = 0;
    while (dollar >= 0) {
      result.append(template, copied, dollar);
      boolean braced = template.startsWith("{", dollar + 1);
      int start = braced ? dollar + 2 : dollar + 1;
      int end = nameEnd(start);
      if (template.startsWith("$", dollar + 1)) {
        result.append('$');
        copied = dollar + 2;
      } else if (end == start || (braced && !template.startsWith("}", end))) {
        result.append('$');
        copied = dollar + 1;
      } else {
        result.append(template.substring(start, end).matches("0+") ? match : "");
        copied = braced ? end + 1 : end;
      }
      dollar = template.indexOf('$', copied);
    }
    return result.append(template.substring(copied)).toString();
  }

  private int nameEnd(int start) {
    int end = start;
    while (end < template.length()
        && (Character.isLetterOrDigit(template.charAt(end)) || template.charAt(end) == '_')) {
      end++;
    }
    return end;
  }
}
