package dev.drydock.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.verdict.SubmissionResult.State;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JUnitXmlTest {

  /** Every character up to U+FFFF, halves of pairs among them, and one beyond. */
  @Test
  void whateverAStudentWritesTheDocumentIsXml() throws Exception {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c < 0x10000; c += c < 0x3000 || c > 0xF000 ? 1 : 64) {
      all.append((char) c).append(' ');
    }
    String text = all.appendCodePoint(0x1F40B).toString();
    for (int from = 0; from < text.length(); from += 10_000) {
      String part = text.substring(from, Math.min(text.length(), from + 10_000));
      String xml =
          JUnitXml.write(
              List.of(new Reported(part, "c", "p", State.NOT_GRADABLE, part, List.of())));
      Element suite = suite(xml);
      assertThat(suite.getAttribute("name").codePointCount(0, 200)).isPositive();
      assertThat(xml)
          .doesNotContainPattern("[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]");
    }
  }

  private static Element suite(String xml) throws Exception {
    return (Element)
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getElementsByTagName("testsuite")
            .item(0);
  }
}
