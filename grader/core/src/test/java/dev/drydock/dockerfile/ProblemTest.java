package dev.drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.ProblemCode.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

  private static List<Problem> problemsOf(String line) {
    return Dockerfile.parse("FROM alpine:3.22\n" + line.replace("\\n", "\n") + "\n").problems();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "FROM                              | FROM_ARGUMENTS",
        "FROM a b                          | FROM_ARGUMENTS",
        "FROM a AS                         | FROM_ARGUMENTS",
        "FROM a # final                    | FROM_ARGUMENTS",
        "FROM a AS 1st                     | BAD_STAGE_NAME",
        "FROM a AS x:y                     | BAD_STAGE_NAME",
        "FROM Node:24                      | BAD_IMAGE",
        "FROM node:                        | BAD_IMAGE",
        "FROM node:$NOPE                   | BAD_IMAGE",
        "FROM ${A                          | BAD_SUBSTITUTION",
        "FROM --plattform=x a              | UNKNOWN_FLAG",
        "COPY                              | MISSING_ARGUMENT",
        "COPY .                            | MISSING_ARGUMENT",
        "COPY []                           | MISSING_ARGUMENT",
        "COPY --form=a x y                 | UNKNOWN_FLAG",
        "COPY --link=yes x y               | FLAG_VALUE",
        "COPY --chown x y                  | FLAG_VALUE",
        "COPY --chown=a --chown=b x y      | DUPLICATE_FLAG",
        "COPY --chmod=999 x y              | FLAG_VALUE",
        "COPY 'a b /x                      | BAD_SUBSTITUTION",
        "COPY https://example.org/x /y     | BAD_COPY_SOURCE",
        "RUN --mount=type=cahe,target=/x a | BAD_MOUNT",
        "RUN --mount=typ=cache,target=/x a | BAD_MOUNT",
        "RUN --mount=type=cache,target a   | BAD_MOUNT",
        "RUN --mount=from=$X,target=/a a   | BAD_MOUNT",
        "RUN --mount=type=secret a         | BAD_MOUNT",
        "RUN --mount=type=bind,mode=0700,target=/a a | BAD_MOUNT",
        "RUN --network=off x               | FLAG_VALUE",
        "ENV A                             | NOT_KEY_VALUE",
        "ENV A=1 B                         | NOT_KEY_VALUE",
        "ENV =1                            | NOT_KEY_VALUE",
        "ENV                               | MISSING_ARGUMENT",
        "LABEL a                           | NOT_KEY_VALUE",
        "ARG                               | MISSING_ARGUMENT",
        "ARG =x                            | NOT_KEY_VALUE",
        "EXPOSE                            | MISSING_ARGUMENT",
        "EXPOSE 99999                      | BAD_PORT",
        "EXPOSE 80/http                    | BAD_PORT",
        "EXPOSE 80 # web                   | BAD_PORT",
        "USER                              | MISSING_ARGUMENT",
        "WORKDIR                           | MISSING_ARGUMENT",
        "VOLUME []                         | MISSING_ARGUMENT",
        "VOLUME [\"\"]                     | BAD_VOLUME",
        "STOPSIGNAL SIGSTUP                | BAD_SIGNAL",
        "SHELL /bin/bash -c                | SHELL_NOT_JSON",
        "SHELL []                          | MISSING_ARGUMENT",
        "ONBUILD                           | MISSING_ARGUMENT",
        "ONBUILD FROM x                    | BAD_ONBUILD",
        "ONBUILD ONBUILD RUN x             | BAD_ONBUILD",
        "HEALTHCHECK                       | MISSING_ARGUMENT",
        "HEALTHCHECK curl x                | BAD_HEALTHCHECK",
        "HEALTHCHECK CMD                   | BAD_HEALTHCHECK",
        "HEALTHCHECK NONE x                | BAD_HEALTHCHECK",
        "HEALTHCHECK --interval=30 CMD x   | BAD_HEALTHCHECK",
        "HEALTHCHECK --retries=a CMD x     | BAD_HEALTHCHECK",
        "CMD [1]                           | JSON_NOT_STRINGS",
        "CMD [\"a\", null]                 | JSON_NOT_STRINGS",
        "RUN <<EOF                         | UNTERMINATED_HEREDOC",
        "EXPOSE ${P:?no port}              | BAD_SUBSTITUTION",
      })
  void isAnErrorWhereTheBuilderRefuses(String line, ProblemCode code) {
    assertThat(problemsOf(line.strip()))
        .filteredOn(Problem::isError)
        .as(line)
        .singleElement()
        .matches(problem -> problem.line() == 2)
        .extracting(Problem::code)
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "FROM a AS Build                | STAGE_NAME_CASE",
        "FROM a AS scratch              | RESERVED_STAGE_NAME",
        "MAINTAINER me                  | MAINTAINER_DEPRECATED",
        "ENV A b                        | LEGACY_KEY_VALUE",
        "RUN                            | EMPTY_COMMAND",
        "CMD                            | EMPTY_COMMAND",
        "USER node # not root           | INLINE_COMMENT",
        "WORKDIR /app # here            | INLINE_COMMENT",
        "COPY a b # here                | INLINE_COMMENT",
        "COPY ../x /y                   | OUTSIDE_CONTEXT",
        "COPY a/../../x /y              | OUTSIDE_CONTEXT",
        "ONBUILD RUM x                  | BAD_ONBUILD",
        "# syntax=docker/dockerfile:1   | IGNORED_DIRECTIVE",
      })
  void isAWarningWhereTheBuilderGoesOn(String line, ProblemCode code) {
    assertThat(problemsOf(line.strip()))
        .as(line)
        .singleElement()
        .matches(problem -> problem.severity() == Severity.WARNING)
        .extracting(Problem::code)
        .isEqualTo(code);
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
