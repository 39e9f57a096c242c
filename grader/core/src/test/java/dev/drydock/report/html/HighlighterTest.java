package dev.drydock.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HighlighterTest {

  private static String marked(String language, String text) {
    return Highlighter.lines(language, text).stream()
        .map(
            line ->
                line.stream()
                    .map(t -> t.kind().isEmpty() ? t.text() : t.kind() + "<" + t.text() + ">")
                    .collect(Collectors.joining()))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void dockerfileKnowsContinuationsCommentsAndHeredocs() {
    assertThat(
            marked(
                "dockerfile",
                """
                FROM golang:1.27 AS build
                RUN --mount=type=cache,target=/root/.cache \\
                  # why
                  run it "a b" ${X:-1}
                run <<EOF
                COPY this
                EOF
                CMD ["x"]
                """))
        .isEqualTo(
            """
            kw<FROM> golang:1.27 kw<AS> build
            kw<RUN> opt<--mount=type=cache>,target=/root/.cache \\
            com<  # why>
              run it str<"a b"> var<${X:-1}>
            kw<run> <<EOF
            str<COPY this>
            str<EOF>
            kw<CMD> [str<"x">]""");
  }

  @Test
  void goAndScriptAndData() {
    assertThat(marked("go", "func f() { s := \"if\" } // for\n/* a\nb */"))
        .isEqualTo("kw<func> f() { s := str<\"if\"> } com<// for>\ncom</* a>\ncom<b */>");
    assertThat(marked("ts", "const a$: number = `x\n${1}`"))
        .isEqualTo("kw<const> a$: number = str<`x>\nstr<${1}`>");
    assertThat(marked("json", "{\"a\": [true, -1.5, \"b\"]}"))
        .isEqualTo("{key<\"a\">: [kw<true>, num<-1.5>, str<\"b\">]}");
    assertThat(marked("yaml", "a: 'x' # c\nb-c: 12\nu: http://x"))
        .isEqualTo("key<a>: str<'x'> com<# c>\nkey<b-c>: num<12>\nkey<u>: http://x");
    assertThat(marked("sh", "for f in *; do echo \"$f\" --all; done # x"))
        .isEqualTo("kw<for> f kw<in> *; kw<do> echo str<\"$f\"> opt<--all>; kw<done> com<# x>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dockerfile", "sh", "json", "yaml", "go", "ts", "ignore", "unknown", "DOCKERFILE"})
  void tokensJoinedAreTheText(String language) {
    String text = "# a\nRUN x \"y\n'z' ${a <<EOF\n\n  {\"k\": 1.5} /* ` \\\n\ttab é 🐳\n";
    String joined =
        Highlighter.lines(language, text).stream()
            .map(line -> line.stream().map(Token::text).collect(Collectors.joining()))
            .collect(Collectors.joining("\n", "", "\n"));
    assertThat(joined).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "\"\\", "${", "<<E", "'a", "/*", "\\\n", "a ", "--a", "#\n", "`"})
  void longHostileTextTakesNoTime(String piece) {
    String text = "RUN " + piece.repeat(60_000 / piece.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          List<List<Token>> lines = Highlighter.lines("dockerfile", text);
          assertThat(lines).isNotEmpty();
        });
  }
}
