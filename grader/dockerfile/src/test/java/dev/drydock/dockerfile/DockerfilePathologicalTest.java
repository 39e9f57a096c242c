package dev.drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.lines.Problems;
import dev.drydock.dockerfile.source.Problem;
import dev.drydock.dockerfile.source.ProblemCode;
import dev.drydock.dockerfile.stage.BuildInputs;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts made to be slow, deep or large: each is read in seconds, in time and in memory. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
class DockerfilePathologicalTest {

  private static final int MANY = 100_000;
  private static final int SOME = 20_000;
  private static final int FIVE_MB = 5_000_000;

  private static String numbered(String template) {
    return numbered(template, MANY);
  }

  private static String numbered(String template, int parts) {
    return IntStream.range(0, parts)
        .mapToObj(i -> template.replace("#", "" + i).replace("@", "" + (i - 1)))
        .collect(Collectors.joining("\n"));
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("a line of 5 MB", "FROM a\nRUN " + "x".repeat(FIVE_MB)),
        Arguments.of("blanks for 5 MB", "FROM a\nRUN x" + " ".repeat(FIVE_MB) + "y"),
        Arguments.of("a directive of blanks", "# syntax=" + " ".repeat(FIVE_MB) + "x"),
        Arguments.of("quotes for 5 MB", "FROM a\nENV A=" + "\"'".repeat(FIVE_MB / 2)),
        Arguments.of("backslashes for 5 MB", "FROM a\nENV A=" + "\\".repeat(FIVE_MB)),
        Arguments.of("lone carriage returns", "FROM a\n" + "\r".repeat(FIVE_MB) + "x"),
        Arguments.of("brackets for 5 MB", "FROM a\nCMD " + "[".repeat(FIVE_MB)),
        Arguments.of("braces for 5 MB", "FROM a\nCMD [" + "{\"a\":".repeat(FIVE_MB / 5)),
        Arguments.of("closed brackets", "FROM a\nCMD " + "[".repeat(9_000) + "]".repeat(9_000)),
        Arguments.of(
            "a JSON array of 5 MB", "FROM a\nCMD [" + "\"a\",".repeat(FIVE_MB / 4) + "\"\"]"),
        Arguments.of("nested defaults", "FROM a\nENV A=" + "${A:-".repeat(FIVE_MB / 5)),
        Arguments.of(
            "closed nested defaults", "FROM a\nENV A=" + "${A:-".repeat(MANY) + "}".repeat(MANY)),
        Arguments.of(
            "nested quotes", "FROM a\nENV A=" + "\"${A:-".repeat(MANY) + "}\"".repeat(MANY)),
        Arguments.of("dollars for 5 MB", "FROM a\nUSER " + "$".repeat(FIVE_MB)),
        Arguments.of("flags for 5 MB", "FROM a\nRUN " + "--mount=a ".repeat(FIVE_MB / 10)),
        Arguments.of("continuations", "FROM a\nRUN x" + " \\\n".repeat(FIVE_MB / 3)),
        Arguments.of("continued comments", "FROM a\nRUN x \\\n" + "# c\n".repeat(FIVE_MB / 4)),
        Arguments.of("climbing out", "FROM a\nCOPY " + "../".repeat(FIVE_MB / 3) + " x"),
        Arguments.of(
            "heredocs on one line",
            "FROM a\nRUN" + " <<E".repeat(MANY) + "\n" + "E\n".repeat(MANY)),
        Arguments.of("2.5 million short lines", "x\n".repeat(FIVE_MB / 2)),
        Arguments.of("empty lines", "\n".repeat(FIVE_MB)),
        Arguments.of("variables in one line", "FROM a\nENV " + numbered("V#=x").replace('\n', ' ')),
        Arguments.of("one text, many names", "FROM a\nUSER " + numbered("$U#").replace('\n', ' ')),
        Arguments.of(
            "a pattern that backtracks",
            "FROM a\nENV A="
                + "a".repeat(60_000)
                + "\n"
                + "ENV B=${A##"
                + "*a".repeat(50)
                + "*b}\n".repeat(100)),
        Arguments.of(
            "replacing everything",
            "FROM a\nENV A=" + "a".repeat(60_000) + "\nENV B=${A//a/" + "b".repeat(60_000) + "}"),
        Arguments.of(
            "global names in a shell",
            "ARG V=1\nARG W=1\nFROM a\nRUN " + "$V $W ".repeat(FIVE_MB / 6) + " V= W="),
        Arguments.of("syntax lines", "# syntax=x\n".repeat(FIVE_MB / 11)),
        Arguments.of("leading assignments", "# a=b\n".repeat(FIVE_MB / 6) + "FROM a"));
  }

  static Stream<Arguments> ofManyParts() {
    return ofParts(SOME);
  }

  static Stream<Arguments> ofEvenMoreParts() {
    return ofParts(MANY);
  }

  /** Each with so many parts. */
  private static Stream<Arguments> ofParts(int parts) {
    return Stream.of(
        Arguments.of("a mount of 5 MB", "FROM a\nRUN --mount=" + "a=b,".repeat(FIVE_MB / 4) + " x"),
        Arguments.of("words for 5 MB", "FROM a\nCOPY " + "a ".repeat(FIVE_MB / 2)),
        Arguments.of("many heredocs", "FROM a\n" + numbered("RUN <<E#\nx\nE#", parts)),
        Arguments.of("heredocs that do not end", "FROM a\n" + numbered("RUN <<E#", parts)),
        Arguments.of("heredocs that end wrongly", "FROM a\n" + numbered("RUN <<E#;x\nE#", parts)),
        Arguments.of("many instructions", "FROM a\n" + numbered("RUN x", parts)),
        Arguments.of("many unknown ones", "FROM a\n" + numbered("RUM #", parts)),
        Arguments.of("many stages", numbered("FROM a AS s#", parts)),
        Arguments.of(
            "a chain of stages", "FROM a AS s-1\n" + numbered("FROM s@ AS s#\nUSER $X", parts)),
        Arguments.of(
            "a chain of copies",
            "FROM a AS s-1\n" + numbered("FROM a AS s#\nCOPY --from=s@ x y", parts)),
        Arguments.of(
            "copies from later stages",
            numbered("FROM a AS s#\nCOPY --from=" + (parts - 1) + " x y", parts)),
        Arguments.of(
            "triggers times stages",
            "FROM a AS s\n" + numbered("ONBUILD RUN x", parts) + "\n" + "FROM s\n".repeat(parts)),
        Arguments.of("many variables", "FROM a\n" + numbered("ENV V#=$V@", parts)),
        Arguments.of("undefined variables", "FROM a\n" + numbered("USER $U#", parts)),
        Arguments.of(
            "undefined beside many",
            "FROM a\n" + numbered("ENV V#=x", parts) + "\n" + numbered("USER $W#", parts)),
        Arguments.of("doubling", "FROM a\nENV A=xx\n" + "ENV A=$A$A\n".repeat(parts)),
        Arguments.of(
            "large values",
            "FROM a\nENV A=" + "x".repeat(60_000) + "\n" + numbered("ENV B#=$A", parts)),
        Arguments.of("hostile image names", numbered("FROM a" + "-a".repeat(20) + "!#", parts)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void isReadInTime(String name, String text) {
    assertRead(text);
  }

  @Tag("long")
  @ParameterizedTest(name = "{0}")
  @MethodSource("ofManyParts")
  void soIsOneOfManyParts(String name, String text) {
    assertRead(text);
  }

  @Tag("soak")
  @ParameterizedTest(name = "{0}")
  @MethodSource("ofEvenMoreParts")
  void soIsOneOfEvenMoreParts(String name, String text) {
    assertRead(text);
  }

  private static void assertRead(String text) {
    Dockerfile file = Dockerfile.parse(text);

    assertThat(file.features()).isNotNull();
    assertThat(Frontend.withoutRequest(text)).isNotNull();
    assertThat(file.problems().size()).isLessThanOrEqualTo(Problems.MAX + 1);
    file.finalStage().ifPresent(stage -> assertThat(file.chain(stage)).isNotEmpty());
    assertThat(file.unusedStages()).isNotNull();
  }

  @Test
  void tooDeepNestingIsAProblemOfTheLine() {
    Dockerfile file =
        Dockerfile.parse("FROM a\nENV A=" + "${A:-".repeat(60) + "}".repeat(60) + "\n");

    assertThat(file.problems())
        .singleElement()
        .matches(
            problem -> problem.code() == ProblemCode.SUBSTITUTION_LIMIT && problem.line() == 2);
  }

  @Test
  void deepNestingAsAPersonWouldWriteItIsFine() {
    String nested = "${A:-".repeat(40) + "x" + "}".repeat(40);
    Dockerfile file = Dockerfile.parse("FROM a\nUSER " + nested + "\n");

    assertThat(file.resolve(file.instructions().get(1), nested).text()).isEqualTo("x");
  }

  @Test
  void valuesThatDoubleRunOutOfBudget() {
    Dockerfile file = Dockerfile.parse("FROM a\nENV A=xx\n" + "ENV A=$A$A\n".repeat(64));

    assertThat(file.problems()).extracting(Problem::code).contains(ProblemCode.SUBSTITUTION_LIMIT);
    assertThat(file.isBeyondLimits()).isTrue();
    assertThat(file.hasErrors()).isFalse();
  }

  /** The builder takes it: 10,000 levels were tried. */
  @Test
  void deepSubstitutionIsALimitOfOurs() {
    String deep = "${x:-".repeat(10_000) + "v" + "}".repeat(10_000);
    Dockerfile file = Dockerfile.parse("ARG B=" + deep + "\nFROM a\nENV A=" + deep + "\nUSER x\n");

    assertThat(file.problems())
        .extracting(Problem::code)
        .containsOnly(ProblemCode.SUBSTITUTION_LIMIT);
    assertThat(file.problems())
        .anySatisfy(
            problem ->
                assertThat(problem.message())
                    .isEqualTo(
                        "no check reads this ENV: the substitution is nested deeper than 50"
                            + " levels"));
    assertThat(file.isBeyondLimits()).isTrue();
    assertThat(file.hasErrors()).isFalse();
    assertThat(file.instructions()).hasSize(4);
  }

  @Test
  void moreInstructionsThanAnyoneNeedsAreNotRead() {
    Dockerfile file = Dockerfile.parse("FROM a\n" + "USER x\n".repeat(Dockerfile.MAX_INSTRUCTIONS));

    assertThat(file.instructions()).hasSize(Dockerfile.MAX_INSTRUCTIONS);
    assertThat(file.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.TOO_MANY_INSTRUCTIONS);
    assertThat(file.isBeyondLimits()).isTrue();
  }

  @Test
  void manyBuildArgumentsAreNoTrouble() {
    Map<String, String> arguments =
        IntStream.range(0, MANY)
            .boxed()
            .collect(Collectors.toMap(i -> "A" + i, i -> "x".repeat(10)));
    Dockerfile file =
        Dockerfile.parse("FROM a\n" + numbered("ARG A#"), BuildInputs.ofArguments(arguments));

    assertThat(file.hasErrors()).isFalse();
  }
}
