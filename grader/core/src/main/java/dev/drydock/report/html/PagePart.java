package dev.drydock.report.html;

import freemarker.template.TemplateDirectiveModel;

/** A part of a page that writes itself, so that no page is ever held twice. */
@FunctionalInterface
public interface PagePart {

  void writeTo(PageWriter out);

  /** The form in which a template has it written, as {@code <@name/>}. */
  default TemplateDirectiveModel model() {
    return (environment, parameters, variables, nested) ->
        writeTo((PageWriter) environment.getOut());
  }
}
