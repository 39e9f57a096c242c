package dev.drydock.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageWriterTest {

  private static final String MIXED = "<p>18.4 MB ✘ Über 汉字 🚢</p>\n";

  @Test
  void holdsWhatWasWrittenAsUtf8HoweverItWasWritten() throws IOException {
    PageWriter out = new PageWriter();
    out.write(MIXED);
    out.write(MIXED.toCharArray());
    out.write(MIXED, 3, 9);
    out.write(MIXED.toCharArray(), 3, 9);
    out.write('✘');
    out.append(MIXED);

    String expected = MIXED + MIXED + MIXED.substring(3, 12).repeat(2) + "✘" + MIXED;
    assertThat(out.toByteArray()).isEqualTo(expected.getBytes(StandardCharsets.UTF_8));
    assertThat(out).hasToString(expected);
  }

  @Test
  void growsWithThePage() throws IOException {
    PageWriter out = new PageWriter();
    for (int i = 0; i < 20_000; i++) {
      out.write(MIXED);
    }

    assertThat(out.toString()).isEqualTo(MIXED.repeat(20_000));
  }

  @Test
  void givesWhatCameSinceAPlaceAndTakesItAgain() throws IOException {
    PageWriter out = new PageWriter();
    out.write("before ");
    int start = out.length();
    out.write(MIXED);
    out.append(out.since(start));

    assertThat(out).hasToString("before " + MIXED + MIXED);
  }
}
