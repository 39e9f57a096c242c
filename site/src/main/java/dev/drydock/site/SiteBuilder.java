package dev.drydock.site;

import dev.drydock.files.Resource;
import dev.drydock.report.html.HtmlReport;
import dev.drydock.report.html.PageWriter;
import dev.drydock.report.html.Templates;
import dev.drydock.site.model.ContentException;
import dev.drydock.site.model.Link;
import dev.drydock.site.model.Page;
import dev.drydock.site.model.SiteOptions;
import dev.drydock.site.model.Workbook;
import dev.drydock.site.results.ClassReports;
import dev.drydock.site.results.ClassResults;
import dev.drydock.site.results.ResultPages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Builds the site: every page is made and every link checked before the first file is written.
 * Given the same input, two builds are byte-identical.
 */
public final class SiteBuilder {

  /** Folder of the site's templates on the class path. */
  static final String TEMPLATES = "/dev/drydock/site/templates";

  private static final String LUNR = "/META-INF/resources/webjars/lunr/2.3.9/lunr.min.js";

  private final Workbook workbook;
  private final SiteOptions options;
  private final Templates templates = Templates.from(TEMPLATES, Templates.REPORT);

  public SiteBuilder(Workbook workbook, SiteOptions options) {
    this.workbook = workbook;
    this.options = options;
  }

  /**
   * Write the public site: the workbook, and with results the public tables and each student's page
   * under an address nobody can guess; what an earlier build wrote and this one does not is
   * removed. The list of these addresses goes to {@link ClassResults#addressFile}, which must lie
   * outside.
   *
   * @throws ContentException when a text cannot become a page or a link leads nowhere
   */
  public SiteSummary build(Path folder, @Nullable ClassResults results) throws IOException {
    List<Page> pages = new ArrayList<>();
    CoursePages coursePages = new CoursePages(workbook, options, templates);
    pages.addAll(coursePages.pages());
    if (!options.address().isEmpty()) {
      pages.add(coursePages.notFound());
    }
    List<Link> resultLinks = List.of();
    if (results != null) {
      refuseInside(folder, results.addressFile());
      ResultPages resultPages = ResultPages.forEverybody(workbook, results, templates);
      pages.addAll(resultPages.pages());
      resultLinks = resultPages.links();
    }
    SiteSummary summary = write(folder, pages, frame(coursePages, resultLinks), Map.of());
    if (results != null) {
      writeAddresses(results);
    }
    return summary;
  }

  /**
   * Write the instructor's site: the course again, and results with names. Its folder must not be
   * the public site's, nor lie in it.
   *
   * @param reports what it links to beside, if there is anything
   */
  public SiteSummary buildOverview(
      Path folder, ClassResults results, @Nullable ClassReports reports) throws IOException {
    CoursePages coursePages = new CoursePages(workbook, options, templates);
    ResultPages resultPages = ResultPages.forInstructor(workbook, results, templates, reports);
    List<Page> pages = new ArrayList<>(coursePages.pages());
    pages.addAll(resultPages.pages());
    SiteSummary summary =
        write(folder, pages, frame(coursePages, resultPages.links()), resultPages.files());
    return new SiteSummary(folder.resolve("results/index.html"), summary.pages());
  }

  private Frame frame(CoursePages course, List<Link> results) {
    return new Frame(
        templates,
        workbook,
        options,
        new Frame.Navigation(course.reference(), course.guides(), results));
  }

  private SiteSummary write(
      Path folder, List<Page> pages, Frame frame, Map<String, String> downloads)
      throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    downloads.forEach((path, text) -> files.put(path, bytes(text)));
    assets().forEach((path, text) -> files.put(path, bytes(text)));
    SearchIndex search = new SearchIndex();
    List<Page> ordered = pages.stream().sorted(Comparator.comparing(Page::path)).toList();
    List<Framed> framed = ordered.parallelStream().map(page -> Framed.of(page, frame)).toList();
    for (Framed page : framed) {
      files.put(page.page().path(), page.html());
      page.sections().forEach(search::add);
    }
    files.put("assets/search-index.js", bytes(search.script()));
    files.put("robots.txt", bytes(robots()));
    if (!options.address().isEmpty()) {
      files.put("sitemap.xml", bytes(sitemap(ordered)));
    }
    new LinkCheck(files, options.addressPath())
        .verify(framed.stream().map(Framed::scanned).toList());
    new SiteFolder(folder).write(files);
    return new SiteSummary(folder.resolve("index.html"), pages.size());
  }

  /** A page as it is written: by the thousand, bytes are half the size of characters. */
  private record Framed(
      Page page, byte[] html, LinkCheck.Scanned scanned, List<SearchIndex.Entry> sections) {

    static Framed of(Page page, Frame frame) {
      byte[] html = html(page, frame);
      List<SearchIndex.Entry> sections =
          page.access() == Page.Access.PUBLIC
              ? SearchIndex.sections(
                  page.path(), page.title(), Jsoup.parse(new String(html, StandardCharsets.UTF_8)))
              : List.of();
      return new Framed(page, html, LinkCheck.scan(page.path(), html), sections);
    }

    private static byte[] html(Page page, Frame frame) {
      PageWriter out = new PageWriter();
      frame.write(page, out);
      return out.toByteArray();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, String> assets() {
    return Map.of(
        "assets/drydock.css",
        HtmlReport.asset("report.css") + Resource.text(TEMPLATES + "/site.css"),
        "assets/drydock.js",
        HtmlReport.asset("report.js") + Resource.text(TEMPLATES + "/site.js"),
        "assets/icon.svg",
        HtmlReport.asset("icon.svg"),
        "assets/lunr.js",
        Resource.text(LUNR));
  }

  private String robots() {
    String common = "User-agent: *\nAllow: /\n";
    return options.address().isEmpty()
        ? common
        : common + "Sitemap: " + options.address() + "sitemap.xml\n";
  }

  private String sitemap(List<Page> pages) {
    return pages.stream()
        .filter(page -> page.access() == Page.Access.PUBLIC)
        .map(page -> "<url><loc>" + xml(options.address() + page.path()) + "</loc></url>\n")
        .collect(
            Collectors.joining(
                "",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
                "</urlset>\n"));
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;");
  }

  private static void refuseInside(Path folder, Path addressFile) {
    Path site = folder.toAbsolutePath().normalize();
    if (addressFile.toAbsolutePath().normalize().startsWith(site)) {
      throw new IllegalArgumentException(
          "the list of students' addresses must not be in the public site: " + addressFile);
    }
  }

  private static void writeAddresses(ClassResults results) throws IOException {
    Path file = results.addressFile().toAbsolutePath();
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Path temporary = file.resolveSibling("." + file.getFileName() + ".part");
    Files.deleteIfExists(temporary);
    if (Files.getFileStore(parent == null ? file : parent).supportsFileAttributeView("posix")) {
      Files.createFile(
          temporary,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(temporary, results.addressTable(), StandardCharsets.UTF_8);
    Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
