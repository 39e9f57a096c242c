package dev.drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.source.Problem;
import dev.drydock.dockerfile.source.ProblemCode;
import dev.drydock.dockerfile.source.ProblemCode.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTest {

  private static List<Problem> problemsOf(String line) {
    return Dockerfile.parse("FROM scratch\n" + line + "\n").problems();
  }

  @ParameterizedTest
  @MethodSource("dev.drydock.dockerfile.DockerfileLines#refused")
  void isAnErrorWhereTheBuilderRefuses(DockerfileLines.Line line) {
    assertThat(problemsOf(line.text()))
        .filteredOn(Problem::isError)
        .as(line.text())
        .singleElement()
        .matches(problem -> problem.line() == 2)
        .extracting(Problem::code)
        .isEqualTo(line.code());
  }

  @ParameterizedTest
  @MethodSource("dev.drydock.dockerfile.DockerfileLines#accepted")
  void isNoErrorWhereTheBuilderGoesOn(DockerfileLines.Line line) {
    assertThat(problemsOf(line.text())).filteredOn(Problem::isError).as(line.text()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.drydock.dockerfile.DockerfileLines#warned")
  void isAWarningWhereTheBuilderGoesOn(DockerfileLines.Line line) {
    assertThat(problemsOf(line.text()))
        .as(line.text())
        .singleElement()
        .matches(problem -> problem.severity() == Severity.WARNING)
        .extracting(Problem::code)
        .isEqualTo(line.code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "RUM x                   | Did you mean RUN?",
        "ENTRYPIONT x            | Did you mean ENTRYPOINT?",
        "WORKIDR /x              | Did you mean WORKDIR?",
        "Run: x                  | Did you mean RUN?",
        "COPY --chwon=1 a b      | Did you mean --chown?",
        "COPY --frm=x a b        | Did you mean --from?",
        "RUN --from=x a          | RUN takes --device, --mount, --network, --security.",
        "USER --x 1              | USER takes no flags.",
        "CMD --verbose           | An argument that starts with -- needs the exec form: CMD [\"--verbose\"].",
        "&& curl                 | If it continues line 1, that line must end with a backslash.",
        "// note                 | A comment starts with #.",
        "```                     | Remove the Markdown fence.",
        "<<<<<<< HEAD            | Resolve the merge conflict.",
        "FROM a # final          | A comment needs a line of its own: move the # and what follows.",
      })
  void comesWithTheNextStep(String line, String hint) {
    assertThat(problemsOf(line.strip()).get(0).hint()).isEqualTo(hint);
  }

  @Test
  void aFileWithoutFromIsRefused() {
    assertThat(Dockerfile.parse("RUN x\n").problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.BEFORE_FROM, ProblemCode.NO_STAGE);
    assertThat(Dockerfile.parse("ARG x\n").problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.NO_STAGE);
  }

  @Test
  void aMisspeltFromIsOneErrorOnly() {
    assertThat(Dockerfile.parse("FORM a\nRUN x\n").problems())
        .singleElement()
        .extracting(Problem::hint)
        .isEqualTo("Did you mean FROM?");
  }

  @Test
  void onlyArgMayComeBeforeFrom() {
    assertThat(Dockerfile.parse("ARG V=1\nENV X=1\nFROM a\n").problems())
        .extracting(Problem::line, Problem::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(2, ProblemCode.BEFORE_FROM));
  }

  @Test
  void problemsAreSortedByLine() {
    List<Problem> problems =
        Dockerfile.parse("FROM a AS X\nEXPOSE x\nFROM X\nRUM y\nFROM a\n").problems();

    assertThat(problems).extracting(Problem::line).isSorted();
  }

  @Test
  void everyCodeHasAReadableId() {
    assertThat(ProblemCode.values())
        .extracting(ProblemCode::id)
        .allMatch(id -> id.matches("[a-z0-9-]+"));
  }
}
