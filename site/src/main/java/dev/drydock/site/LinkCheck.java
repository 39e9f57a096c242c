package dev.drydock.site;

import dev.drydock.site.model.ContentException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds links and fragments that lead nowhere within the site. */
final class LinkCheck {

  private final Map<String, byte[]> files;
  private final String home;
  private final Map<String, Set<String>> idsByPage = new HashMap<>();

  /**
   * @param files of the site, by path
   * @param home where a link from the server's root meets the site, empty when unknown
   */
  LinkCheck(Map<String, byte[]> files, String home) {
    this.files = files;
    this.home = home;
  }

  /**
   * What is to be looked at once all pages are there.
   *
   * @param twice ids that more than one element has
   * @param links each once, without those that lead to a section of the page itself
   */
  record Scanned(String path, List<String> twice, Set<String> links) {}

  static Scanned scan(String path, byte[] html) {
    Set<String> ids = new HashSet<>();
    List<String> twice = new ArrayList<>();
    Set<String> links = new LinkedHashSet<>();
    TagScan.attributes(
        html,
        id -> {
          if (!ids.add(id)) {
            twice.add(id);
          }
        },
        links::add);
    links.removeIf(
        link -> link.startsWith("#") && link.length() > 1 && ids.contains(fragment(link, 0)));
    return new Scanned(path, twice, links);
  }

  /**
   * @throws ContentException naming the first id that is there twice, or every page with a broken
   *     link and its target
   */
  void verify(List<Scanned> pages) {
    Set<String> broken = new TreeSet<>();
    for (Scanned page : pages) {
      if (!page.twice().isEmpty()) {
        throw new ContentException(page.path(), "id '" + page.twice().get(0) + "' appears twice");
      }
      for (String link : page.links()) {
        String problem = problem(page.path(), link);
        if (!problem.isEmpty()) {
          broken.add(page.path() + " → " + link + ": " + problem);
        }
      }
    }
    if (!broken.isEmpty()) {
      throw new ContentException(
          broken.size() == 1 ? "broken link" : broken.size() + " broken links",
          String.join("\n  ", broken));
    }
  }

  private String problem(String page, String link) {
    if (link.startsWith("https://") || link.startsWith("http://") || link.startsWith("mailto:")) {
      return "";
    }
    if (link.isEmpty()) {
      return "empty";
    }
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    String target = path.isEmpty() ? page : resolve(page, path);
    byte[] html = files.get(target);
    if (html == null) {
      return "no such page";
    }
    String fragment = hash < 0 ? "" : fragment(link, hash);
    if (!fragment.isEmpty()
        && !idsByPage.computeIfAbsent(target, p -> ids(html)).contains(fragment)) {
      return "no such section";
    }
    return "";
  }

  private static Set<String> ids(byte[] html) {
    Set<String> ids = new HashSet<>();
    TagScan.attributes(html, ids::add, link -> {});
    return ids;
  }

  private static String fragment(String link, int hash) {
    return URLDecoder.decode(link.substring(hash + 1), StandardCharsets.UTF_8);
  }

  private String resolve(String page, String relative) {
    if (!home.isEmpty() && relative.startsWith(home)) {
      return relative.substring(home.length());
    }
    String folder = parent(page);
    String rest = relative;
    while (rest.startsWith("./") || rest.startsWith("../")) {
      folder = rest.startsWith("./") ? folder : parent(folder);
      rest = rest.substring(rest.indexOf('/') + 1);
    }
    return folder.isEmpty() ? rest : folder + "/" + rest;
  }

  /** Empty for what lies at the root. */
  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
