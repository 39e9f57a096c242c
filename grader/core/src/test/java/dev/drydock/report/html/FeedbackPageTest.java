package dev.drydock.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class FeedbackPageTest {

  private final Document page =
      Jsoup.parse(
          FeedbackPage.render(
              "<b>Ann</b>\u202E",
              List.of(
                  new FeedbackPage.Part(
                      SampleResults.failing(), "Exec form", "12 of 20", List.of("Late by <2 h>.")),
                  new FeedbackPage.Part(
                      SampleResults.failing(), "Exec form", "", List.of("See me.")))));

  @Test
  void everyExerciseIsOnItWithThePointsThatCount() {
    assertThat(page.select("table.data").first().text()).contains("12 of 20", "Not passed yet");
    assertThat(page.select("article")).hasSize(2);
    assertThat(page.select("article").first().text()).contains("Late by <2 h>.", "Start here");
  }

  @Test
  void idsAreUniqueAndLinksLeadSomewhereOnThePage() {
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    for (String href : page.select("a[href]").eachAttr("href")) {
      assertThat(page.getElementById(href.substring(1))).as(href).isNotNull();
    }
    for (String label : page.select("[aria-labelledby]").eachAttr("aria-labelledby")) {
      for (String id : label.split(" ")) {
        assertThat(page.getElementById(id)).as(id).isNotNull();
      }
    }
  }

  @Test
  void itNeedsNothingBesideItAndRunsNothing() throws Exception {
    assertThat(page.select("script, link, img, iframe")).isEmpty();
    String style = page.selectFirst("style").data();
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
    assertThat(page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .contains("default-src 'none'")
        .contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
  }

  @Test
  void namesAreText() {
    assertThat(page.selectFirst("h1").text()).contains("<b>Ann</b>").doesNotContain("\u202E");
  }
}
