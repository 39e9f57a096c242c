package dev.drydock.site;

import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.report.html.Markup;
import dev.drydock.report.html.Templates;
import dev.drydock.site.markdown.Rendered;
import dev.drydock.site.model.Descent;
import dev.drydock.site.model.Heading;
import dev.drydock.site.model.Link;
import dev.drydock.site.model.Links;
import dev.drydock.site.model.Page;
import dev.drydock.site.model.Workbook;
import freemarker.core.TemplateHTMLOutputModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page of all measured descents. Exercises without figures are left out. */
final class DescentPage {

  static final Link LINK = new Link("descents.html", "All descents");

  private final Templates templates;
  private final Figures figures;
  private final List<Section> sections;

  DescentPage(Workbook workbook, Templates templates, Figures figures) {
    this.templates = templates;
    this.figures = figures;
    this.sections =
        workbook.exercises().stream()
            .map(exercise -> new Section(exercise, descents(workbook, exercise)))
            .filter(section -> !section.descents().isEmpty())
            .toList();
  }

  /**
   * @param descents by the name of the image, which is empty where the exercise has one only
   */
  private record Section(Exercise exercise, Map<String, Descent> descents) {

    String anchor() {
      return "e" + exercise.id().replace('.', '-');
    }

    String title(String image) {
      return Frame.title(exercise) + (image.isEmpty() ? "" : ": " + image);
    }
  }

  /** An exercise with its pictures. */
  public record SectionView(
      String anchor, String href, String title, TemplateHTMLOutputModel pictures) {}

  private static Map<String, Descent> descents(Workbook workbook, Exercise exercise) {
    Map<String, Descent> found = new LinkedHashMap<>();
    workbook.descent(exercise.id(), "").ifPresent(descent -> found.put("", descent));
    for (ImageSpec image : exercise.images()) {
      workbook
          .descent(exercise.id(), image.name())
          .ifPresent(descent -> found.put(image.name(), descent));
    }
    return found;
  }

  /** Whether anything was measured. */
  boolean isThere() {
    return !sections.isEmpty();
  }

  Page page(Rendered text) {
    Map<String, Object> model = new HashMap<>();
    model.put("text", text.body().model());
    model.put("chart", DescentChart.of(entries()));
    model.put("sections", sections.stream().map(this::view).toList());
    List<Heading> contents = new ArrayList<>(text.headings());
    sections.forEach(section -> contents.add(new Heading(2, section.anchor(), section.title(""))));
    return new Page(
        LINK.path(),
        text.title(),
        text.lead(),
        "descents",
        List.of(new Link("index.html", "Home")),
        null,
        null,
        contents,
        out -> templates.render("descents.ftl", model, out),
        Page.Access.PUBLIC);
  }

  private List<DescentChart.Entry> entries() {
    List<DescentChart.Entry> entries = new ArrayList<>();
    for (Section section : sections) {
      boolean first = true;
      for (Map.Entry<String, Descent> descent : section.descents().entrySet()) {
        entries.add(
            new DescentChart.Entry(
                section.title(descent.getKey()),
                section.anchor(),
                descent.getValue(),
                first ? section.exercise().published() : List.of()));
        first = false;
      }
    }
    return entries;
  }

  private SectionView view(Section section) {
    String id = section.exercise().id();
    String pictures =
        section.descents().keySet().stream()
            .map(image -> figures.html(id, image, image.isEmpty() ? "" : "The " + image))
            .collect(Collectors.joining());
    return new SectionView(
        section.anchor(),
        Links.exercise(section.exercise()),
        section.title(""),
        new Markup(pictures).model());
  }
}
