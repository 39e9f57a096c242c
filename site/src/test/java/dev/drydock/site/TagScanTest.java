package dev.drydock.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagScanTest {

  private static List<String> ids(String html) {
    List<String> values = new ArrayList<>();
    TagScan.attributes(html.getBytes(StandardCharsets.UTF_8), values::add, link -> {});
    return values;
  }

  private static List<String> links(String html) {
    List<String> values = new ArrayList<>();
    TagScan.attributes(html.getBytes(StandardCharsets.UTF_8), id -> {}, values::add);
    return values;
  }

  @Test
  void seesWhatAParserSeesOnEveryPageOfASite(@TempDir Path folder) throws IOException {
    new SiteBuilder(
            SampleCourse.in(folder.resolve("course")), dev.drydock.site.model.SiteOptions.DEFAULT)
        .build(folder.resolve("site"), SampleCourse.nasty(folder.resolve("a.tsv")));
    try (Stream<Path> files = Files.walk(folder.resolve("site"))) {
      List<Path> pages = files.filter(file -> file.toString().endsWith(".html")).toList();
      assertThat(pages).hasSizeGreaterThan(50);
      for (Path file : pages) {
        String html = Files.readString(file);
        Document parsed = Jsoup.parse(html);
        assertThat(ids(html)).as(file + "").isEqualTo(parsed.select("[id]").eachAttr("id"));
        assertThat(links(html))
            .as(file + "")
            .isEqualTo(
                parsed.select("[href], [src]").stream()
                    .map(element -> element.attr(element.hasAttr("href") ? "href" : "src"))
                    .toList());
      }
    }
  }

  @Test
  void valuelessAttributesAndEntitiesAreUnderstood() {
    assertThat(links("<p hidden data-x id=\"a\"><a href=\"?b&amp;c&#39;\" open>x</a>"))
        .containsExactly("?b&c'");
    assertThat(ids("<p data-id=\"no\" title=\"id=\"\n  id=\"a\">id=\"text\"</p>"))
        .containsExactly("a");
    assertThat(ids("<!DOCTYPE html><br/><p id=\"x")).isEmpty();
  }
}
