package dev.drydock.report.html;

import dev.drydock.files.Resource;
import dev.drydock.files.WholeFile;
import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.SubmissionResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes one result as a small folder that opens in any browser: {@code index.html} with its
 * stylesheet, script and icon beside it (a page with everything inside would break its own content
 * security policy).
 */
public final class HtmlReport {

  /** Names of the files a page made by {@link #render} needs beside it, with their content. */
  private static final Map<String, String> ASSETS =
      Map.of("drydock.css", "report.css", "drydock.js", "report.js", "icon.svg", "icon.svg");

  private static final Templates TEMPLATES = Templates.from(Templates.REPORT);

  private HtmlReport() {}

  /**
   * @param exerciseTitle shown in the heading, empty when unknown
   * @param siteRoot address of the workbook's site, ending with a slash, for the links of failing
   *     checks; null when there is none
   */
  public record Options(String exerciseTitle, @Nullable String siteRoot) {

    public static final Options NONE = new Options("", null);

    public Options {
      if (siteRoot != null && !siteRoot.isEmpty() && !siteRoot.endsWith("/")) {
        siteRoot = siteRoot + "/";
      }
    }
  }

  public static Path write(SubmissionResult result, Path folder) throws IOException {
    return write(result, folder, Options.NONE);
  }

  /**
   * Write the report, over an older one if there is one.
   *
   * @return the page to open
   */
  public static Path write(SubmissionResult result, Path folder, Options options)
      throws IOException {
    return write(render(result, options), folder);
  }

  private static Path write(String html, Path folder) throws IOException {
    for (Map.Entry<String, String> asset : ASSETS.entrySet()) {
      WholeFile.writeUnflushed(folder.resolve(asset.getKey()), asset(asset.getValue()));
    }
    Path page = folder.resolve("index.html");
    WholeFile.writeUnflushed(page, html);
    return page;
  }

  /**
   * Write a page about an image that belongs to no exercise.
   *
   * @return the page to open
   */
  public static Path writeImage(String name, ImageResult image, Path folder) throws IOException {
    Map<String, Object> model = new HashMap<>();
    model.put("name", Texts.visible(name));
    model.put("image", new ResultViews("", link -> "").view(image));
    return write(TEMPLATES.render("image.ftl", model), folder);
  }

  /** The page alone; it expects the assets beside it. */
  public static String render(SubmissionResult result, Options options) {
    Map<String, Object> model = new HashMap<>();
    String root = options.siteRoot();
    ResultViews views =
        new ResultViews(options.exerciseTitle(), link -> root == null ? "" : root + link);
    model.put("result", views.view(result));
    String student = result.student();
    model.put("student", student == null ? "" : Texts.visible(student));
    return TEMPLATES.render("report.ftl", model);
  }

  /** Text of one of this package's own assets: {@code report.css}, {@code report.js}… */
  public static String asset(String name) {
    return Resource.text(Templates.REPORT + "/" + name);
  }
}
