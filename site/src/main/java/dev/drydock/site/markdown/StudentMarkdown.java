package dev.drydock.site.markdown;

import dev.drydock.report.html.Markup;
import dev.drydock.report.html.Texts;
import java.util.Map;

/**
 * Renders text by students: raw HTML comes out as text, links lead to http, https and mailto only,
 * images are relative. Its headings carry a prefix, so that they cannot take an id of the page's.
 */
public final class StudentMarkdown {

  private final Pipeline pipeline = new Pipeline();

  public Markup render(String source) {
    return pipeline.render(pipeline.parse(Texts.visible(source)), "", "student-", Map.of()).body();
  }
}
