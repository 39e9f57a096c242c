package dev.drydock.site.results;

import dev.drydock.report.html.Templates;
import dev.drydock.site.model.Link;
import dev.drydock.site.model.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Makes the pages of results from their templates. */
final class ResultTemplates {

  static final Link HOME = new Link("index.html", "Home");
  static final Link RESULTS = new Link("results/index.html", "Results");

  private final Templates templates;

  ResultTemplates(Templates templates) {
    this.templates = templates;
  }

  /**
   * A page whose body is made when it is asked for.
   *
   * @param model what the template shows; the way to the site's root is put beside it
   */
  Page page(
      String path,
      String title,
      String description,
      List<Link> crumbs,
      String template,
      Supplier<Map<String, ?>> model,
      Page.Access access) {
    return new Page(
        path,
        title,
        description,
        "results",
        crumbs,
        null,
        null,
        List.of(),
        out -> {
          Map<String, Object> all = new HashMap<>(model.get());
          all.put("root", Page.root(path));
          templates.render(template, all, out);
        },
        access);
  }
}
