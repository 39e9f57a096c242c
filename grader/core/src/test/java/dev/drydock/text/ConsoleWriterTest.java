package dev.drydock.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleWriterTest {

  private final StringWriter shown = new StringWriter();
  private final ConsoleWriter console = ConsoleWriter.over(new PrintWriter(shown));

  @Test
  void ordinaryTextIsLeftAlone() {
    String text = "  ✔ passed · 20 of 20 points\n\tMüller 中文 محمد \uD83D\uDC33 [1] ##  a::b :: c\n";
    assertThat(ConsoleWriter.text(text)).isEqualTo(text);
    assertThat(ConsoleWriter.text("a\r\nb\r\n")).isEqualTo("a\r\nb\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001B[2J\u001B[H",
        "\u001B]0;title\u0007",
        "\u009B31m",
        "\u0000",
        "\b",
        "\u202E",
        "\u2066",
        "\u200B",
        "\u200F",
        "\u00AD",
        "\uFEFF",
        "\u2028",
        "\u2029",
        "\u0085",
        "\u000B",
        "\f",
        "\uD800",
        "\uDC00",
        "\uFDD0",
        "\uFFFE",
        "\uE000",
        "\u3164",
        "\uFE0F",
        "\uDB40\uDC41",
        "x\ry",
        "\r\u001B[0K",
        "\r"
      })
  void whatMovesHidesOrTurnsRoundTextIsReplaced(String hostile) {
    String text = ConsoleWriter.text("a" + hostile + "b");
    assertThat(text).startsWith("a").endsWith("b").contains("\uFFFD");
    assertThat(text.codePoints()).allMatch(Printable::isShowable);
  }

  @ParameterizedTest
  @CsvSource({
    "'::error::x', ':\\:error::x'",
    "'  ::add-mask::x', '  :\\:add-mask::x'",
    "'\u00A0\u2003::error::x', '\u00A0\u2003:\\:error::x'",
    "'##[error]x', '##\\[error]x'",
    "'a ##[add-mask]x', 'a ##\\[add-mask]x'",
    "'###[error]x', '###\\[error]x'",
    "'##vso[task.setvariable]x', '##vso\\[task.setvariable]x'",
    "'##teamcity[x]', '##teamcity\\[x]'",
    "'a ::error::x', 'a ::error::x'"
  })
  void noLineIsACommandToACi(String line, String shown) {
    assertThat(ConsoleWriter.text(line)).isEqualTo(shown);
    assertThat(ConsoleWriter.text("one\n" + line + "\r\n" + line + "\n"))
        .isEqualTo("one\n" + shown + "\r\n" + shown + "\n");
  }

  /** What is replaced might be passed over as if it were not there. */
  @ParameterizedTest
  @ValueSource(strings = {"\r", "\u200B", "\uFEFF", "\u001B", "\uFE0F", "\u0301", "\u2028"})
  void nothingInvisibleHidesACommand(String before) {
    assertThat(ConsoleWriter.text(before + "::error::x")).doesNotContain("::error");
    assertThat(ConsoleWriter.text(":" + before + ":error::x")).doesNotContain("::error");
    assertThat(ConsoleWriter.text("##" + before + "[error]x")).doesNotContain("##[");
  }

  @Test
  void aCommandInPiecesIsNone() {
    for (String piece : List.of(" ", ":", ":", "error", "::", "x\n", "#", "#", "[error]")) {
      console.print(piece);
      console.flush();
    }
    assertThat(shown).hasToString(" :\\:error::x\n##\\[error]");
  }

  @Test
  void aSurrogatePairAndALineEndMayComeInPieces() {
    console.print("\uD83D");
    console.flush();
    console.print("\uDC33\r");
    console.flush();
    console.print("\n");
    console.flush();
    assertThat(shown).hasToString("\uD83D\uDC33\r\n");
  }

  @Test
  void onlyOurOwnMarksBecomeSequences() {
    console.print(OwnMarks.style("32") + "✔ \u001B[31m" + OwnMarks.style("0"));
    console.flush();
    assertThat(shown).hasToString("\u001B[32m✔ \uFFFD[31m\u001B[0m");
  }

  @Test
  void aMarkMayComeInPieces() {
    OwnMarks.CLEAR_LINE.chars().forEach(c -> console.print((char) c));
    console.print("x");
    console.flush();
    assertThat(shown).hasToString("\r\u001B[Kx");
  }

  /** It cannot be guessed, and one that was cut is none. */
  @Test
  void aForgedMarkIsText() {
    assertThat(ConsoleWriter.text("\uFDD032\uFDD1x")).isEqualTo("\uFFFD32\uFFFDx");
    String mark = OwnMarks.style("32");
    assertThat(ConsoleWriter.text(mark.substring(0, 9) + "::x")).doesNotContain("\uFDD0");
    assertThat(ConsoleWriter.text(mark.substring(0, 9))).startsWith("\uFFFD").hasSize(9);
    assertThat(ConsoleWriter.text(mark.substring(0, 9) + mark)).endsWith("\u001B[32m");
    assertThat(ConsoleWriter.text(mark.replace("32", "2J"))).doesNotContain("\u001B");
    assertThat(ConsoleWriter.text(mark.replace("32", "1".repeat(99)))).doesNotContain("\u001B");
  }

  @Test
  void afterAClearedLineAnotherBegins() {
    console.print("words" + OwnMarks.CLEAR_LINE + "::error::x");
    console.flush();
    assertThat(shown.toString()).endsWith("\u001B[K:\\:error::x");
  }

  @Test
  void aConsoleIsNotPutOverAnother() {
    assertThat(ConsoleWriter.over(console)).isSameAs(console);
  }

  @Test
  void helpKeepsItsStyles() {
    console.print(OwnMarks.ofStyled("\u001B[1mUsage\u001B[21m\u001B[0m:"));
    console.flush();
    assertThat(shown).hasToString("\u001B[1mUsage\u001B[21m\u001B[0m:");
    assertThat(OwnMarks.strip(OwnMarks.ofStyled("\u001B[1;31mUsage\u001B[0m"))).isEqualTo("Usage");
  }
}
