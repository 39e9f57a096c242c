package dev.drydock.site;

import dev.drydock.report.html.Templates;
import dev.drydock.report.html.Texts;
import dev.drydock.site.model.Descent;
import dev.drydock.site.model.Workbook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Pictures that authors ask for with a {@code figure} fence. */
final class Figures {

  private static final Set<String> KEYS = Set.of("descent", "image", "caption");
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z._-]+");

  private final YAMLMapper yaml = new YAMLMapper();
  private final Templates templates;
  private final Workbook workbook;

  Figures(Templates templates, Workbook workbook) {
    this.templates = templates;
    this.workbook = workbook;
  }

  /** A figure that others have published for the same lesson. */
  public record Published(String name, String size, String bytes) {}

  /**
   * @param body YAML: {@code descent: 3.9}, optionally {@code image:} and {@code caption:}
   * @throws IllegalArgumentException when it is not
   */
  String html(String body) {
    JsonNode node;
    try {
      node = yaml.readTree(body);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not YAML: " + e.getOriginalMessage(), e);
    }
    if (!node.isObject() || !node.has("descent")) {
      throw new IllegalArgumentException("expected 'descent: <exercise>'");
    }
    node.propertyNames()
        .forEach(
            name -> {
              if (!KEYS.contains(name)) {
                throw new IllegalArgumentException("unknown key '" + name + "', known: " + KEYS);
              }
            });
    // 3.10 is a number to YAML and would come out as 3.1: take the words as written
    String exercise = written(body, "descent");
    if (!ID.matcher(exercise).matches()) {
      throw new IllegalArgumentException("no exercise id: '" + exercise + "'");
    }
    String image = node.has("image") ? node.get("image").asString() : "";
    return html(exercise, image, node.has("caption") ? node.get("caption").asString() : "");
  }

  /**
   * The descent of an exercise as a picture, or words where nothing is measured.
   *
   * @param image empty where the exercise has one only
   */
  String html(String exercise, String image, String caption) {
    Optional<Descent> descent = workbook.descent(exercise, image);
    Map<String, Object> model = new HashMap<>();
    model.put("exercise", exercise);
    model.put("caption", caption);
    model.put("id", "descent-" + exercise.replace('.', '-') + (image.isEmpty() ? "" : "-" + image));
    descent.ifPresent(
        d -> {
          model.put("descent", d);
          model.put("picture", DescentPicture.of(d.steps()));
          model.put("published", published(exercise));
        });
    return templates.render("descent.ftl", model);
  }

  private List<Published> published(String exercise) {
    return workbook.exercise(exercise).stream()
        .flatMap(found -> found.published().stream())
        .map(
            figure ->
                new Published(
                    figure.label(), figure.size().toString(), Texts.grouped(figure.size().bytes())))
        .toList();
  }

  private static String written(String body, String key) {
    return body.lines()
        .filter(line -> line.startsWith(key + ":"))
        .map(line -> line.substring(key.length() + 1).replaceAll("[\"']", "").strip())
        .findFirst()
        .orElse("");
  }
}
