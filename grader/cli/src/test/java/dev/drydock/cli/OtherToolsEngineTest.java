package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.RequiresEngine;
import dev.drydock.pipeline.StandaloneEvidence;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.CheckResult.Result;
import dev.drydock.verdict.Review;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of the page that compares us with other tools: BuildKit and we say what it says. */
@RequiresEngine
@Execution(ExecutionMode.CONCURRENT)
class OtherToolsEngineTest {

  private static final Path PAGE = Binary.COURSE.resolve("site/content/guides/other-tools.md");

  private static final Pattern CASE =
      Pattern.compile(
          "### (?<name>.+)\\n\\n```dockerfile\\n(?<text>(?s:.+?))```\\n(?s:.*?)\\| BuildKit"
              + " \\| Drydock \\|\\n\\|---\\|---\\|\\n\\| (?<theirs>.+) \\| \\[(?<check>D\\d\\d)]"
              + "\\(checks:D\\d\\d\\) (?:(?<passes>passes)|line (?<line>\\d+): (?<words>.+)) \\|");
  private static final Pattern WARNING = Pattern.compile("(?m)^WARNING: (\\w+)");

  private record Case(
      String name, String text, String theirs, String check, String line, String words) {

    @Override
    public String toString() {
      return name;
    }
  }

  @TempDir private Path folder;

  static List<Case> cases() throws IOException {
    String page = Files.readString(PAGE);
    List<Case> cases = CASE.matcher(page).results().map(OtherToolsEngineTest::of).toList();
    long headings = page.lines().filter(line -> line.startsWith("### ")).count();
    assertThat(cases).as("every case of the page is understood").hasSize((int) headings);
    return cases;
  }

  private static Case of(MatchResult match) {
    // by number: a MatchResult of Java 17 knows no names
    return new Case(
        match.group(1),
        match.group(2),
        match.group(3),
        match.group(4),
        match.group(6) == null ? "" : match.group(6),
        match.group(7) == null ? "" : match.group(7));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bothSayWhatThePageSays(Case one) throws Exception {
    Path dockerfile = Files.writeString(folder.resolve("Dockerfile"), one.text());
    for (String copied : List.of("server.js", "run.sh")) {
      Files.createFile(folder.resolve(copied));
    }
    assertThat(warnings(folder))
        .containsExactlyElementsOf(
            one.theirs().equals("nothing") ? List.of() : List.of(one.theirs().split(", ")));

    CheckResult ours =
        Review.ofText(StandaloneEvidence.ofText(dockerfile, folder)).checks().stream()
            .filter(check -> check.id().equals(one.check()))
            .findFirst()
            .orElseThrow();
    if (one.line().isEmpty()) {
      assertThat(ours.outcome()).isEqualTo(Result.PASS);
    } else {
      assertThat(ours.outcome()).isEqualTo(Result.FAIL);
      assertThat(ours.line()).isEqualTo(Integer.valueOf(one.line()));
      assertThat(ours.message()).contains(one.words());
    }
  }

  private static Iterable<String> warnings(Path context) throws Exception {
    Path said = Files.createTempFile("check", ".txt");
    try {
      Process process =
          new ProcessBuilder("docker", "buildx", "build", "--check", context.toString())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      String text = Files.readString(said);
      assertThat(text).contains("Check complete");
      try (Stream<String> rules = WARNING.matcher(text).results().map(match -> match.group(1))) {
        return rules.collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
      }
    } finally {
      Files.delete(said);
    }
  }
}
