package dev.drydock.site.markdown;

import dev.drydock.report.html.Markup;
import dev.drydock.site.model.Heading;
import java.util.List;

/**
 * A text as HTML.
 *
 * @param title text of its first-level heading, which is not part of the body; empty without one
 * @param lead text of its first paragraph, for descriptions
 */
public record Rendered(String title, String lead, Markup body, List<Heading> headings) {

  public Rendered {
    headings = List.copyOf(headings);
  }
}
