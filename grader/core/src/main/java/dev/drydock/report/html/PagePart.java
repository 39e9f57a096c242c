package dev.drydock.report.html;

import freemarker.template.TemplateDirectiveModel;
import java.io.IOException;
import java.io.Writer;

/** A part of a page that writes itself, so that no page is ever held twice. */
@FunctionalInterface
public interface PagePart {

  void writeTo(Writer out) throws IOException;

  /** The form in which a template has it written, as {@code <@name/>}. */
  default TemplateDirectiveModel model() {
    return (environment, parameters, variables, nested) -> writeTo(environment.getOut());
  }
}
