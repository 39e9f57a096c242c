package dev.drydock.site;

import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.report.html.Templates;
import dev.drydock.report.html.Texts;
import dev.drydock.site.markdown.CourseMarkdown;
import dev.drydock.site.markdown.Rendered;
import dev.drydock.site.model.CheckInfo;
import dev.drydock.site.model.ContentException;
import dev.drydock.site.model.Heading;
import dev.drydock.site.model.Link;
import dev.drydock.site.model.Links;
import dev.drydock.site.model.Page;
import dev.drydock.site.model.SiteOptions;
import dev.drydock.site.model.Workbook;
import dev.drydock.text.Points;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The pages of the course: home, exercises, solutions, checks, glossary, guides. */
final class CoursePages {

  /** The name that servers of static files look for. */
  static final String NOT_FOUND = "404.html";

  private static final Link HOME = new Link("index.html", "Home");
  private static final Link CHECKS = new Link("checks/index.html", "Checks");
  private static final Link GLOSSARY = new Link("glossary.html", "Glossary");

  private final Workbook workbook;
  private final SiteOptions options;
  private final Templates templates;
  private final Links links;
  private final Figures figures;
  private final DescentPage descents;
  private final CourseMarkdown markdown = new CourseMarkdown();

  CoursePages(Workbook workbook, SiteOptions options, Templates templates) {
    this.workbook = workbook;
    this.options = options;
    this.templates = templates;
    this.links = new Links(workbook);
    this.figures = new Figures(templates, workbook);
    this.descents = new DescentPage(workbook, templates, figures);
  }

  /** An exercise as a card of the home page. */
  public record Card(
      String href, String id, String title, String summary, String points, List<String> images) {
    public Card {
      images = List.copyOf(images);
    }
  }

  /**
   * What an exercise asks of one of its images.
   *
   * @param rules required first
   */
  public record Asked(String image, List<Rule> rules) {
    public Asked {
      rules = List.copyOf(rules);
    }
  }

  /** One check of an exercise. */
  public record Rule(String href, String id, String title, String limit, String points) {}

  /** An exercise that asks for a check. */
  public record Use(String href, String title, String words) {}

  /** A family of checks in the list of all. */
  public record FamilyView(String title, String words, List<Item> items) {
    public FamilyView {
      items = List.copyOf(items);
    }
  }

  /** A check in the list of all. */
  public record Item(String href, String id, String name, String title, String requirement) {}

  List<Page> pages() {
    List<Page> pages = new ArrayList<>();
    pages.add(home());
    pages.addAll(each(workbook.exercises().size(), this::exercise));
    pages.addAll(new SolutionPages(workbook, templates).pages(options.releasedSolutions()));
    pages.add(checkList());
    pages.addAll(each(workbook.checks().size(), this::check));
    pages.add(text("glossary.md", GLOSSARY.path(), "reference"));
    if (descents.isThere()) {
      String path = DescentPage.LINK.path();
      pages.add(
          descents.page(rendered(workbook.content().required("descents.md"), "descents.md", path)));
    }
    for (String guide : workbook.content().guides()) {
      pages.add(text("guides/" + guide, guidePath(guide), "guide"));
    }
    return pages;
  }

  private static List<Page> each(int count, IntFunction<Page> page) {
    return IntStream.range(0, count).parallel().mapToObj(page).toList();
  }

  /** What a server shows in place of a page that is not there, at whatever depth that would be. */
  Page notFound() {
    return new Page(
        NOT_FOUND,
        "No such page",
        "There is no page at this address.",
        "reference",
        List.of(HOME),
        null,
        null,
        List.of(),
        out -> templates.render("not-found.ftl", Map.of(), out),
        Page.Access.UNLISTED);
  }

  /** Entries of the navigation beside the exercises. */
  List<Link> reference() {
    return descents.isThere()
        ? List.of(CHECKS, DescentPage.LINK, GLOSSARY)
        : List.of(CHECKS, GLOSSARY);
  }

  List<Link> guides() {
    return workbook.content().guides().stream()
        .map(
            guide -> {
              String first =
                  workbook.content().required("guides/" + guide).lines().findFirst().orElse("");
              return new Link(guidePath(guide), first.replaceFirst("^#\\s*", ""));
            })
        .toList();
  }

  private static String guidePath(String guide) {
    return "guides/" + guide.replaceFirst("\\.md$", ".html");
  }

  private Rendered rendered(String source, String file, String path) {
    return markdown.render(
        source, file, new CourseMarkdown.Context(links.from(Page.root(path)), figures::html));
  }

  private Page home() {
    Rendered text = rendered(workbook.content().required("home.md"), "home.md", "index.html");
    Map<String, Object> model = new HashMap<>();
    model.put("text", text.body().model());
    model.put("lead", text.lead());
    model.put("cards", workbook.exercises().stream().map(CoursePages::card).toList());
    model.put("checks", workbook.checks().size());
    model.put("descents", descents.isThere() ? DescentPage.LINK.path() : "");
    return new Page(
        "index.html",
        workbook.title(),
        text.lead(),
        "home",
        List.of(),
        null,
        null,
        List.of(),
        out -> templates.render("home.ftl", model, out),
        Page.Access.PUBLIC);
  }

  private static Card card(Exercise exercise) {
    return new Card(
        Links.exercise(exercise),
        exercise.id(),
        exercise.title(),
        exercise.summary(),
        exercise.maxPoints() == 0 ? "" : Points.counted(exercise.maxPoints()),
        exercise.images().stream().map(ImageSpec::name).toList());
  }

  private Page exercise(int index) {
    Exercise exercise = workbook.exercises().get(index);
    String path = Links.exercise(exercise);
    String file = exercise.folderName() + "/README.md";
    Rendered text = rendered(read(exercise.folder().resolve("README.md"), file), file, path);
    Map<String, Object> model = new HashMap<>();
    model.put("root", Page.root(path));
    model.put("text", text.body().model());
    model.put("points", Points.shown(exercise.maxPoints()));
    model.put("folder", exercise.folderName());
    model.put("id", exercise.id());
    model.put("asked", exercise.images().stream().map(this::asked).toList());
    model.put(
        "solution",
        options.releasedSolutions().contains(exercise.id()) && SolutionPages.has(workbook, exercise)
            ? SolutionPages.path(exercise)
            : "");
    List<Heading> contents = new ArrayList<>(text.headings());
    contents.add(new Heading(2, "what-is-graded", "What is graded"));
    return new Page(
        path,
        Frame.title(exercise),
        exercise.summary(),
        "exercise",
        List.of(HOME),
        neighbour(index - 1),
        neighbour(index + 1),
        contents,
        out -> templates.render("exercise.ftl", model, out),
        Page.Access.PUBLIC);
  }

  private @Nullable Link neighbour(int index) {
    if (index < 0 || index >= workbook.exercises().size()) {
      return null;
    }
    Exercise exercise = workbook.exercises().get(index);
    return new Link(Links.exercise(exercise), Frame.title(exercise));
  }

  private Asked asked(ImageSpec image) {
    return new Asked(
        image.name(),
        image.rules().stream()
            .filter(CheckRule::required)
            .map(
                rule ->
                    new Rule(
                        workbook.check(rule.id()).isPresent() ? Links.check(rule.id()) : "",
                        rule.id(),
                        workbook.check(rule.id()).map(CheckInfo::title).orElse(""),
                        Limits.words(rule),
                        rule.points() == 0 ? "" : Points.shown(rule.points())))
            .toList());
  }

  private static String read(Path file, String name) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ContentException(name, "cannot be read: " + e.getMessage());
    }
  }

  private Page checkList() {
    List<FamilyView> families =
        Arrays.stream(CheckInfo.Family.values())
            .map(
                family ->
                    new FamilyView(
                        family.title(),
                        family.words(),
                        workbook.checks().stream()
                            .filter(check -> check.family() == family)
                            .map(
                                check ->
                                    new Item(
                                        check.id() + ".html",
                                        check.id(),
                                        check.name(),
                                        check.title(),
                                        check.requirement()))
                            .toList()))
            .filter(family -> !family.items().isEmpty())
            .toList();
    List<Heading> contents =
        families.stream()
            .map(family -> new Heading(2, Texts.slug(family.title()), family.title()))
            .toList();
    String file = "checks/intro.md";
    Rendered intro = rendered(workbook.content().required(file), file, CHECKS.path());
    Map<String, Object> model = new HashMap<>();
    model.put("text", intro.body().model());
    model.put("families", families);
    model.put("anchors", contents.stream().map(Heading::id).toList());
    return new Page(
        CHECKS.path(),
        "Checks",
        "What Drydock checks, and where each check is explained.",
        "checks",
        List.of(HOME),
        null,
        null,
        contents,
        out -> templates.render("checks.ftl", model, out),
        Page.Access.PUBLIC);
  }

  private Page check(int index) {
    CheckInfo check = workbook.checks().get(index);
    String path = Links.check(check.id());
    String file = "checks/" + check.id() + ".md";
    Rendered text = rendered(workbook.content().required(file), file, path);
    Map<String, Object> model = new HashMap<>();
    model.put("root", Page.root(path));
    model.put("id", check.id());
    model.put("name", check.name());
    model.put("requirement", Texts.spans(check.requirement()));
    model.put("text", text.body().model());
    model.put("uses", uses(check));
    List<Link> around = new ArrayList<>();
    for (int other : new int[] {index - 1, index + 1}) {
      if (other >= 0 && other < workbook.checks().size()) {
        CheckInfo at = workbook.checks().get(other);
        around.add(new Link(Links.check(at.id()), at.id() + " " + at.title()));
      }
    }
    boolean first = index == 0;
    boolean last = index == workbook.checks().size() - 1;
    return new Page(
        path,
        check.id() + " " + check.title(),
        check.requirement(),
        "check",
        List.of(HOME, CHECKS),
        first ? null : around.get(0),
        last ? null : around.get(around.size() - 1),
        text.headings(),
        out -> templates.render("check.ftl", model, out),
        Page.Access.PUBLIC);
  }

  private List<Use> uses(CheckInfo check) {
    List<Use> uses = new ArrayList<>();
    for (Exercise exercise : workbook.exercises()) {
      for (ImageSpec image : exercise.images()) {
        image
            .rule(check.id())
            .filter(CheckRule::required)
            .ifPresent(
                rule -> {
                  String limit = Limits.words(rule);
                  uses.add(
                      new Use(
                          Links.exercise(exercise),
                          Frame.title(exercise),
                          image.name() + (limit.isEmpty() ? "" : ": " + limit)));
                });
      }
    }
    return uses;
  }

  private Page text(String file, String path, String kind) {
    Rendered text = rendered(SettingsTable.in(workbook.content().required(file)), file, path);
    return new Page(
        path,
        text.title(),
        text.lead(),
        kind,
        List.of(HOME),
        null,
        null,
        text.headings(),
        out -> out.write(text.body().html()),
        Page.Access.PUBLIC);
  }
}
