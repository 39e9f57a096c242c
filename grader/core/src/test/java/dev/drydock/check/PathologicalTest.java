package dev.drydock.check;

import static dev.drydock.fixture.EvidenceFixtures.evidence;
import static dev.drydock.fixture.ExerciseFixtures.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.evidence.Evidence;
import dev.drydock.verdict.Judge;
import dev.drydock.verdict.Judged;
import dev.drydock.verdict.Rubric;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts nobody writes by accident: judged in time, and without an error of ours. */
@Execution(ExecutionMode.CONCURRENT)
class PathologicalTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        text("50,000 stages", lines(50_000, i -> "FROM alpine:3 AS s" + i)),
        text(
            "each stage built on the one before",
            "FROM alpine:3 AS s0\n" + lines(10_000, i -> "FROM s" + i + " AS s" + (i + 1))),
        text("50,000 instructions", "FROM scratch\n" + lines(50_000, i -> "RUN rm a" + i)),
        text("a RUN of nothing but rm", "FROM scratch\nRUN " + "rm ".repeat(1_000_000)),
        text("a RUN of nothing but &&", "FROM scratch\nRUN " + "a && ".repeat(500_000) + "b"),
        text("a RUN of nothing but options", "FROM scratch\nRUN apt-get " + "-y ".repeat(500_000)),
        text("assignments before a command", "FROM scratch\nRUN " + "A=1 ".repeat(500_000) + "npm"),
        text("a CMD of brackets", "FROM scratch\nCMD " + "[".repeat(500_000)),
        text("a CMD of blanks and quotes", "FROM scratch\nCMD " + " '\"".repeat(300_000)),
        text("many ports", "FROM scratch\n" + lines(5_000, i -> "EXPOSE 1-20")),
        text("all ports many times", "FROM scratch\n" + lines(50, i -> "EXPOSE 1-65535")),
        text("50,000 undefined variables", "FROM scratch\n" + lines(50_000, i -> "ENV A=$B" + i)),
        text("many copies", "FROM scratch\n" + lines(10_000, i -> "COPY *a*b*c*" + i + " /x/")),
        text("underscores", "FROM scratch\nENV " + "_".repeat(1_000_000) + "=1\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void everyTextIsJudgedInTime(String name, String text) {
    Evidence hostile = evidence().dockerfile(text).notBuilt().get();
    List<Judged> judged =
        assertTimeoutPreemptively(
            Duration.ofSeconds(8),
            () -> Judge.judge(hostile, service(), CheckCatalogue.all()),
            name);
    assertThat(judged).noneMatch(Judged::errored);
    assertThat(Rubric.grade(judged, service()))
        .allSatisfy(
            result -> {
              assertThat(result.message().length()).isLessThan(2_000);
              assertThat(result.measured().length()).isLessThan(2_000);
            });
  }

  private static Arguments text(String name, String text) {
    return Arguments.of(name, text);
  }

  private static String lines(int count, java.util.function.IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
  }
}
