package dev.drydock.site.model;

import dev.drydock.report.html.PagePart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page before its frame is put around it.
 *
 * @param path from the site's root, with {@code /}: {@code checks/I01.html}
 * @param description a sentence for lists and previews
 * @param kind class of the page's body: {@code home}, {@code exercise}, {@code check}…
 * @param crumbs from home to the page's parent
 * @param contents headings listed on the page
 * @param body made when the page is written: thousands at once would fill the memory
 * @param access who finds it
 */
public record Page(
    String path,
    String title,
    String description,
    String kind,
    List<Link> crumbs,
    @Nullable Link previous,
    @Nullable Link next,
    List<Heading> contents,
    PagePart body,
    Access access) {

  /** Who finds a page. */
  public enum Access {
    /** Listed, searched, in the sitemap. */
    PUBLIC,
    /** Listed, but neither searched nor in the sitemap. */
    UNLISTED,
    /** Linked from nowhere. */
    SECRET
  }

  public Page {
    crumbs = List.copyOf(crumbs);
    contents = List.copyOf(contents);
  }

  /** What leads from this page to the site's root. */
  public String root() {
    return root(path);
  }

  public static String root(String path) {
    return "../".repeat((int) path.chars().filter(c -> c == '/').count());
  }
}
