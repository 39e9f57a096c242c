package dev.drydock.cli.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text);

  @Test
  void onATerminalOneLineChangesAndIsGoneAtTheEnd() {
    try (ProgressLine progress = new ProgressLine(out, true, 80)) {
      progress.at("build", "RUN go build\nand more");
      progress.at("run", "");
    }
    assertThat(text.toString())
        .containsPattern("(?s)\r\u001B\\[K +\\d+s  build   RUN go build.*\r\u001B\\[K +\\d+s  run")
        .endsWith("\r\u001B[K")
        .doesNotContain("\n", "and more");
  }

  @Test
  void aNarrowTerminalsLineDoesNotWrapNorDoesTheStudentMoveItsCursor() {
    try (ProgressLine progress = new ProgressLine(out, true, 20)) {
      progress.at("build", "RUN \u001B[2J echo a long command");
    }
    assertThat(text.toString()).contains("s  build   RUN…\r").doesNotContain("[2J");
    text.getBuffer().setLength(0);
    try (ProgressLine progress = new ProgressLine(out, true, 30)) {
      progress.at("build", "RUN \u001B[2J echo");
    }
    assertThat(text.toString()).contains("build   RUN \uFFFD[2J ech");
  }

  @Test
  void elsewhereEachStepHasItsLineOnce() {
    try (ProgressLine progress = new ProgressLine(out, false, 80)) {
      progress.at("build", "RUN go build");
      progress.at("build", "RUN go build");
      progress.at("run", "");
    }
    assertThat(text.toString().lines())
        .hasSize(2)
        .first()
        .asString()
        .matches("\\[ +\\d+\\.\\d s\\] build   RUN go build");
    assertThat(text.toString()).doesNotContain("\u001B", "\r");
  }
}
