package dev.drydock.report.html;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateModelException;

/** Text that is HTML already and safe by construction: the output of a renderer of ours. */
public record Markup(String html) {

  public static final Markup EMPTY = new Markup("");

  /** The form in which a template prints it as it is. */
  public TemplateHTMLOutputModel model() {
    try {
      return HTMLOutputFormat.INSTANCE.fromMarkup(html);
    } catch (TemplateModelException e) {
      throw new IllegalStateException(e);
    }
  }
}
