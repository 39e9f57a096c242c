package dev.drydock.site;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.site.model.ContentException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkCheckTest {

  /** A site of three pages; the one in a folder is given. */
  private static void check(String page) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("index.html", bytes("<h1 id=\"top\">Home</h1>"));
    files.put("checks/D01.html", bytes("<h2 id=\"why\">Why</h2>"));
    files.put("students/a/one.html", bytes(page));
    List<LinkCheck.Scanned> pages =
        files.entrySet().stream().map(e -> LinkCheck.scan(e.getKey(), e.getValue())).toList();
    new LinkCheck(files, "/course/").verify(pages);
  }

  private static byte[] bytes(String html) {
    return html.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one.html",
        "./one.html#here",
        "#here",
        "#",
        "../../index.html#top",
        "../../checks/D01.html#why",
        "../.././checks/D01.html",
        "/course/checks/D01.html#why",
        "https://example.org/none#x",
        "mailto:a@example.org"
      })
  void leadsSomewhere(String link) {
    assertThatCode(() -> check("<p id=\"here\"><a href=\"" + link + "\">x</a></p>"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "two.html, no such page",
    "D01.html, no such page",
    "../checks/D01.html, no such page",
    "/checks/D01.html, no such page",
    "/course/D02.html, no such page",
    "#there, no such section",
    "one.html#there, no such section",
    "../../index.html#why, no such section",
    "'', empty"
  })
  void leadsNowhere(String link, String problem) {
    assertThatThrownBy(() -> check("<p id=\"here\"><a href=\"" + link + "\">x</a></p>"))
        .isInstanceOf(ContentException.class)
        .hasMessageContaining("students/a/one.html → " + link + ": " + problem);
  }

  @Test
  void everyBrokenLinkIsNamed() {
    assertThatThrownBy(() -> check("<a href=\"x.html\">x</a><img src=\"y.png\">"))
        .hasMessageContainingAll("2 broken links", "x.html: no such page", "y.png: no such page");
  }

  @Test
  void anIdIsThereOnce() {
    assertThatThrownBy(() -> check("<p id=\"a\"></p><p id=\"a\"></p>"))
        .hasMessageContainingAll("students/a/one.html", "id 'a' appears twice");
  }
}
