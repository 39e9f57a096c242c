package dev.drydock.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the search in the browser looks through: for every section its title and the set of its
 * words. A set, sorted, is a third of the text's size; the browser builds the index from it.
 */
final class SearchIndex {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*");
  private static final Set<String> COMMON =
      Set.of(
          ("a an and are as at be been but by can did do does for from had has have how if in into is"
                  + " it its no not of on one only or so than that the their them then there these"
                  + " they this to too was were what when where which who will with you your")
              .split(" "));

  /** One thing that can be found. */
  record Entry(String u, String t, String p, String w) {}

  private final List<Entry> entries = new ArrayList<>();

  void add(Entry entry) {
    entries.add(entry);
  }

  /** The sections of a page. */
  static List<Entry> sections(String path, String pageTitle, Document page) {
    Element main = page.selectFirst("[data-search]");
    if (main == null) {
      return List.of();
    }
    Map<String, StringBuilder> texts = new LinkedHashMap<>();
    Map<String, String> titles = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    texts.put("", text);
    titles.put("", pageTitle);
    for (Element element : main.getAllElements()) {
      if (element.normalName().equals("h2") && element.hasAttr("id")) {
        text = new StringBuilder();
        texts.put(element.id(), text);
        titles.put(element.id(), title(element));
      }
      text.append(' ').append(element.ownText());
    }
    List<Entry> sections = new ArrayList<>();
    texts.forEach(
        (id, words) ->
            sections.add(
                new Entry(
                    id.isEmpty() ? path : path + "#" + id,
                    titles.getOrDefault(id, ""),
                    id.isEmpty() ? "" : pageTitle,
                    words(words.toString()))));
    return sections;
  }

  /** Without the sign that links to the section itself. */
  private static String title(Element heading) {
    Element copy = heading.clone();
    copy.select(".anchor").remove();
    return copy.text().strip();
  }

  private static String words(String text) {
    Set<String> words = new TreeSet<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      String word = matcher.group().replaceAll("[.-]+$", "");
      if (word.length() > 1 && word.length() < 40 && !COMMON.contains(word)) {
        words.add(word);
      }
    }
    return String.join(" ", words);
  }

  /** A script that hands the entries over; a page from a file may not fetch JSON. */
  String script() {
    return "window.drydockSearchEntries = "
        + JsonMapper.shared().writeValueAsString(entries)
        + ";\n";
  }
}
