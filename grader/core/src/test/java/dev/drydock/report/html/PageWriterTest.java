package dev.drydock.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageWriterTest {

  @Test
  void nothingUnseenGetsIntoAPage() {
    PageWriter page = new PageWriter();
    page.write("<p>a\u001B[2J\u0000b</p>\n\t<p>é\u202E\uD800\u009B\u007F→</p>\r\n");
    assertThat(page).hasToString("<p>a\uFFFD[2J\uFFFDb</p>\n\t<p>é\uFFFD\uFFFD\uFFFD\uFFFD→</p>\n");
  }

  @Test
  void whatIsShownIsLeftAlone() {
    PageWriter page = new PageWriter();
    page.write("<p>Müller \u202F中文 \uD83D\uDC33</p>");
    assertThat(page).hasToString("<p>Müller \u202F中文 \uD83D\uDC33</p>");
  }
}
