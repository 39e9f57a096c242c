package dev.drydock.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.report.html.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {

  @TempDir Path folder;

  @Test
  void aDescentWithoutItsBaseSaysSo() throws IOException {
    Figures figures = figures();
    Files.writeString(
        folder.resolve("figures").resolve("3.6-frontend.json"),
        """
        { "exercise": "3.6", "image": "frontend", "aboveBase": true,
          "steps": [ { "name": "starter", "bytes": 255000000 }, { "name": "end", "bytes": 12000000 } ] }
        """);
    assertThat(figures.html("descent: 3.6\nimage: frontend\n"))
        .contains("255 MB at the start, 12.0 MB at the end")
        .contains("The base image, the same in each step, is left out.");
  }

  @Test
  void aDescentOfWholeImagesDoesNot() throws IOException {
    assertThat(figures().html("descent: 3.9\n")).contains("893 MB").doesNotContain("left out");
  }

  private Figures figures() throws IOException {
    return new Figures(
        Templates.from("/dev/drydock/site/templates", Templates.REPORT), SampleCourse.in(folder));
  }
}
