package dev.drydock.site;

import dev.drydock.site.model.ContentException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds links and fragments that lead nowhere within the site. */
final class LinkCheck {

  private static final Set<String> LINKS = Set.of("a href", "link href", "script src", "img src");

  private final Map<String, Set<String>> idsByPage = new HashMap<>();
  private final Set<String> files = new HashSet<>();
  private final Map<String, List<String>> linksByPage = new HashMap<>();

  /** A file that is no page. */
  void addFile(String path) {
    files.add(path);
  }

  /**
   * What a page has and where it leads.
   *
   * @param ids in the page's order, one that is there twice is twice in it
   */
  record Scanned(String path, List<String> ids, List<String> links) {}

  static Scanned scan(String path, byte[] html) {
    List<String> ids = new ArrayList<>();
    List<String> links = new ArrayList<>();
    TagScan.attributes(
        html,
        (attribute, value) -> {
          if (LINKS.contains(attribute)) {
            links.add(value);
          } else if (attribute.endsWith(" id")) {
            ids.add(value);
          }
        });
    return new Scanned(path, ids, links);
  }

  void addPage(Scanned page) {
    files.add(page.path());
    Set<String> ids = new HashSet<>();
    for (String id : page.ids()) {
      if (!ids.add(id)) {
        throw new ContentException(page.path(), "id '" + id + "' is there twice");
      }
    }
    idsByPage.put(page.path(), ids);
    linksByPage.put(page.path(), page.links());
  }

  /**
   * @throws ContentException naming every file with a broken link and its target
   */
  void verify() {
    Set<String> broken = new TreeSet<>();
    linksByPage.forEach(
        (page, links) ->
            links.forEach(
                link -> {
                  String problem = problem(page, link);
                  if (!problem.isEmpty()) {
                    broken.add(page + " → " + link + ": " + problem);
                  }
                }));
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
    if (!files.contains(target)) {
      return "no such page";
    }
    String fragment =
        hash < 0 ? "" : URLDecoder.decode(link.substring(hash + 1), StandardCharsets.UTF_8);
    if (!fragment.isEmpty() && !idsByPage.getOrDefault(target, Set.of()).contains(fragment)) {
      return "no such section";
    }
    return "";
  }

  private static String resolve(String page, String relative) {
    Deque<String> parts = new ArrayDeque<>(List.of(page.split("/")));
    parts.removeLast();
    for (String part : relative.split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }
}
