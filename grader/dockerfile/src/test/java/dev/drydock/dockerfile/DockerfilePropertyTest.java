package dev.drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.lines.LeadingLines;
import dev.drydock.dockerfile.source.Problem;
import dev.drydock.dockerfile.source.ProblemCode;
import dev.drydock.dockerfile.stage.Resolved;
import dev.drydock.dockerfile.words.Blanks;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements that hold for every text; a failure names the seed that makes it. */
class DockerfilePropertyTest {

  private static final List<String> PIECES =
      List.of(
          "FROM ",
          "a",
          " AS b",
          "\n",
          "\n",
          "\n",
          "\\\n",
          "\r\n",
          " ",
          "\t",
          "RUN ",
          "COPY ",
          "--from=",
          "CMD ",
          "[\"x\", ",
          "'y']",
          "<<EOF",
          "<<-\"E\"",
          "EOF",
          "E",
          "# syntax=x",
          "# escape=`",
          "`\n",
          "ENV ",
          "ARG ",
          "A=",
          "$A",
          "${A:-",
          "}",
          "${A/",
          "/",
          "\"",
          "'",
          "ONBUILD ",
          "HEALTHCHECK ",
          "EXPOSE ",
          "\0",
          "\uFEFF",
          "é",
          "\uD83D\uDE00",
          "\uD83D",
          "--mount=type=",
          "cache,target=/",
          "*",
          "\\",
          "{",
          "[",
          "]",
          ",",
          "USER ",
          "VOLUME ");

  static Stream<Integer> seeds() {
    return IntStream.range(0, 500).boxed();
  }

  private static String text(int seed) {
    Random random = new Random(seed);
    if (seed % 3 == 0) {
      return RandomDockerfile.of(random);
    }
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(80); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static List<String> lines(String text) {
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    List<String> lines = new ArrayList<>();
    for (String line : body.split("\n", -1)) {
      lines.add(line.replaceAll("\r+$", ""));
    }
    return lines;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyBytesAreRead(int seed) {
    Random random = new Random(seed);
    byte[] bytes = new byte[random.nextInt(400)];
    random.nextBytes(bytes);

    Dockerfile file = Dockerfile.parse(bytes);

    assertThat(file.problems()).isNotEmpty();
    assertThat(file.features()).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theLinesOfInstructionsAscendWithinTheFile(int seed) {
    String text = text(seed);
    int before = 0;
    for (Instruction instruction : Dockerfile.parse(text).instructions()) {
      assertThat(instruction.startLine()).as(text).isGreaterThan(before);
      assertThat(instruction.endLine()).as(text).isGreaterThanOrEqualTo(instruction.startLine());
      before = instruction.endLine();
    }
    assertThat(before).isLessThanOrEqualTo(lines(text).size());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOriginalsAreTheLinesOfTheFile(int seed) {
    String text = text(seed);
    List<String> lines = lines(text);
    int next = 0;
    for (Instruction instruction : Dockerfile.parse(text).instructions()) {
      for (String between : lines.subList(next, instruction.startLine() - 1)) {
        assertThat(between.strip().replace("\u0000", "").replace("\uFEFF", ""))
            .as(text)
            .matches(skipped -> skipped.isEmpty() || skipped.startsWith("#") || isBlank(skipped));
      }
      assertThat(instruction.source().original())
          .as(text)
          .isEqualTo(
              String.join("\n", lines.subList(instruction.startLine() - 1, instruction.endLine())));
      next = instruction.endLine();
    }
  }

  private static boolean isBlank(String text) {
    return Blanks.strip(text).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void windowsLineEndsGiveTheSameModel(int seed) {
    String unix = text(seed).replace("\r", "");
    Dockerfile one = Dockerfile.parse(unix);
    Dockerfile two = Dockerfile.parse(unix.replace("\n", "\r\n"));

    assertThat(two.instructions()).as(unix).isEqualTo(one.instructions());
    assertThat(two.directives()).as(unix).isEqualTo(one.directives());
    assertThat(without(two.problems())).as(unix).isEqualTo(without(one.problems()));
  }

  /** Only a heredoc keeps its carriage returns, and that is said. */
  private static List<Problem> without(List<Problem> problems) {
    return problems.stream()
        .filter(problem -> problem.code() != ProblemCode.HEREDOC_CARRIAGE_RETURN)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readingTwiceGivesTheSame(int seed) {
    String text = text(seed);

    assertThat(ModelDump.of(Dockerfile.parse(text)))
        .isEqualTo(ModelDump.of(Dockerfile.parse(text)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyTextCanBeResolvedEverywhere(int seed) {
    Dockerfile file = Dockerfile.parse(text(seed));
    for (Instruction instruction : file.instructions()) {
      Resolved resolved = file.resolve(instruction, instruction.source().arguments());
      assertThat(resolved.text()).isNotNull();
      assertThat(instruction.source().positionOf(0).line())
          .isBetween(instruction.startLine(), instruction.endLine());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aNeutralisedTextAsksForNoFrontendAndReadsTheSame(int seed) {
    Random random = new Random(seed);
    String head =
        List.of("", "\uFEFF", "#!x\n").get(random.nextInt(3))
            + "# syntax=docker/dockerfile:1\n".repeat(random.nextInt(2))
            + "# escape=`\n".repeat(random.nextInt(2))
            + "#syntax = docker/dockerfile\n".repeat(random.nextInt(2));
    String text = head + text(seed + 1);
    String neutral = Frontend.withoutRequest(text);

    if (!LeadingLines.startsWithBrace(text)) {
      assertThat(Frontend.find(neutral)).as(text).isNull();
    }
    assertThat(neutral.lines().count()).isEqualTo(text.lines().count());
    assertThat(Dockerfile.parse(neutral).instructions())
        .as(text)
        .isEqualTo(Dockerfile.parse(text).instructions());
  }
}
