package dev.drydock.site;

import dev.drydock.exercise.Exercise;
import dev.drydock.report.html.PageWriter;
import dev.drydock.report.html.Templates;
import dev.drydock.report.html.Texts;
import dev.drydock.site.model.Link;
import dev.drydock.site.model.Links;
import dev.drydock.site.model.Page;
import dev.drydock.site.model.SiteOptions;
import dev.drydock.site.model.Workbook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the site's frame around a page: head, masthead, navigation, footer. */
final class Frame {

  /**
   * One group of the navigation.
   *
   * @param items all of them, shown when the group is open
   */
  public record Group(String title, List<Item> items) {
    public Group {
      items = List.copyOf(items);
    }
  }

  /**
   * @param current the page itself
   * @param within the page lies below it
   */
  public record Item(String path, String title, boolean current, boolean within) {}

  /** What the navigation lists beside the exercises. */
  record Navigation(List<Link> reference, List<Link> guides, List<Link> results) {
    Navigation {
      reference = List.copyOf(reference);
      guides = List.copyOf(guides);
      results = List.copyOf(results);
    }
  }

  private final Templates templates;
  private final Workbook workbook;
  private final SiteOptions options;
  private final Navigation navigation;

  Frame(Templates templates, Workbook workbook, SiteOptions options, Navigation navigation) {
    this.templates = templates;
    this.workbook = workbook;
    this.options = options;
    this.navigation = navigation;
  }

  void write(Page page, PageWriter out) {
    Map<String, Object> model = new HashMap<>();
    // this one is shown under addresses of any depth, so its links begin at the server's root
    boolean anywhere = page.path().equals(CoursePages.NOT_FOUND);
    model.put("root", anywhere ? options.addressPath() : page.root());
    model.put("site", workbook.title());
    model.put("title", Texts.visible(page.title()));
    model.put("description", shortened(Texts.visible(page.description())));
    model.put("kind", page.kind());
    model.put("crumbs", page.crumbs());
    model.put("toc", page.contents().stream().filter(h -> h.level() <= 3).toList());
    model.put("body", page.body().model());
    model.put("nav", page.access() == Page.Access.SECRET ? List.of() : groups(page));
    model.put("hidden", page.access() != Page.Access.PUBLIC);
    model.put("secret", page.access() == Page.Access.SECRET);
    Link previous = page.previous();
    if (previous != null) {
      model.put("previous", previous);
    }
    Link next = page.next();
    if (next != null) {
      model.put("next", next);
    }
    LocalDate updated = options.lastUpdated();
    model.put("updated", updated == null ? "" : updated.toString());
    templates.render("page.ftl", model, out);
  }

  private List<Group> groups(Page page) {
    List<Group> groups = new ArrayList<>();
    List<Link> exercises =
        workbook.exercises().stream().map(e -> new Link(Links.exercise(e), title(e))).toList();
    groups.add(group("Course", concat(new Link("index.html", "Home"), exercises), page));
    groups.add(group("Reference", navigation.reference(), page));
    if (!navigation.guides().isEmpty()) {
      groups.add(group("Guides", navigation.guides(), page));
    }
    if (!navigation.results().isEmpty()) {
      groups.add(group("Results", navigation.results(), page));
    }
    return groups;
  }

  static String title(Exercise exercise) {
    return exercise.id() + " " + exercise.title();
  }

  private static List<Link> concat(Link first, List<Link> rest) {
    List<Link> all = new ArrayList<>(List.of(first));
    all.addAll(rest);
    return all;
  }

  private static Group group(String title, List<Link> links, Page page) {
    return new Group(
        title,
        links.stream()
            .map(
                link ->
                    new Item(
                        link.path(),
                        link.title(),
                        link.path().equals(page.path()),
                        page.crumbs().stream().anyMatch(c -> c.path().equals(link.path()))
                            && !link.path().equals("index.html")))
            .toList());
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= 200 ? line : line.substring(0, line.lastIndexOf(' ', 197)) + " …";
  }
}
