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

  private static List<String> scanned(String html, String attribute) {
    List<String> values = new ArrayList<>();
    TagScan.attributes(
        html.getBytes(StandardCharsets.UTF_8),
        (name, value) -> {
          if (name.endsWith(" " + attribute)) {
            values.add(value);
          }
        });
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
        for (String attribute : List.of("id", "href", "src")) {
          assertThat(scanned(html, attribute))
              .as(file + " " + attribute)
              .isEqualTo(parsed.select("[" + attribute + "]").eachAttr(attribute));
        }
      }
    }
  }

  @Test
  void valuelessAttributesAndEntitiesAreUnderstood() {
    assertThat(scanned("<p hidden data-x id=\"a\"><a href=\"?b&amp;c&#39;\" open>x</a>", "href"))
        .containsExactly("?b&c'");
    assertThat(scanned("<!DOCTYPE html><br/><p id=\"x", "id")).isEmpty();
  }
}
