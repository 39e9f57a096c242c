package dev.drydock.dockerignore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerIgnoreTest {

  private static boolean excludes(String ignoreFile, String path) {
    return DockerIgnore.parse(ignoreFile.replace("\\n", "\n")).decide(path).excluded();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "node_modules          | node_modules/a/b.js     | true",
        "node_modules          | web/node_modules/a.js   | false",
        "**/node_modules       | web/node_modules/a.js   | true",
        "**/node_modules       | node_modules/a.js       | true",
        "/node_modules         | node_modules/a.js       | true",
        "./node_modules/       | node_modules/a.js       | true",
        "node_modules//        | node_modules/a.js       | true",
        "x/../node_modules     | node_modules/a.js       | true",
        "../x                  | x                       | false",
        ".                     | x                       | false",
        "*                     | a/b                     | true",
        "*.md                  | README.md               | true",
        "*.md                  | docs/README.md          | false",
        "**/*.md               | docs/README.md          | true",
        "**/*.md               | README.md               | true",
        "docs/*                | docs/a/b                | true",
        "*/temp*               | a/temporary             | true",
        "*/*/temp*             | a/b/temp                | true",
        "temp?                 | tempa                   | true",
        "temp?                 | temp                    | false",
        "[a-c]x                | bx                      | true",
        "[^a-c]x               | bx                      | false",
        "a\\*                  | a*                      | true",
        "a\\*                  | ab                      | false",
        "a\\ b                 | a b                     | true",
        "a b                   | a b                     | true",
        "**                    | a/b/c                   | true",
        "a/**                  | a/b/c                   | true",
        "a/**                  | ab                      | false",
        "a**                   | a/b/c                   | true",
        "a/**/z                | a/z                     | true",
        "a/**/z                | a/b/c/z                 | true",
        "**/a/**/z             | x/a/y/z                 | true",
        "a.b                   | axb                     | false",
        "a+                    | aa                      | false",
        "(x)                   | (x)                     | true",
        "#x                    | #x                      | false",
        "a^*                   | a^b                     | false",
        "\\d*                  | 7up                     | true",
        "B                     | b                       | false",
        "é*                    | éa                      | true",
      })
  void matchesAsTheBuilderDoes(String pattern, String path, boolean excluded) {
    assertThat(excludes(pattern.strip(), path.strip())).isEqualTo(excluded);
  }

  @Nested
  class Order {

    @Test
    void theLastMatchingLineDecides() {
      String ignore = "*.md\n!README*.md\nREADME-secret.md\n";

      assertThat(excludes(ignore, "a.md")).isTrue();
      assertThat(excludes(ignore, "README.md")).isFalse();
      assertThat(excludes(ignore, "README-secret.md")).isTrue();
      assertThat(excludes("*.md\nREADME-secret.md\n!README*.md", "README-secret.md")).isFalse();
    }

    @Test
    void everythingButSomeFoldersCanBeExcluded() {
      String ignore = "*\n!src\n!package*.json\nsrc/test";

      assertThat(excludes(ignore, "Dockerfile")).isTrue();
      assertThat(excludes(ignore, "src/a/b.js")).isFalse();
      assertThat(excludes(ignore, "src/test/x.js")).isTrue();
      assertThat(excludes(ignore, "package-lock.json")).isFalse();
      assertThat(excludes(ignore, "web/src/a.js")).isTrue();
    }

    @Test
    void aFileBelowAnExcludedFolderCanBeTakenBack() {
      assertThat(excludes("a\n!a/b/c", "a/b/c")).isFalse();
      assertThat(excludes("a\n!a/b/c", "a/b/d")).isTrue();
      assertThat(excludes("a\n!**/c", "a/b/c")).isFalse();
    }

    @Test
    void takingBackBeforeExcludingDoesNothing() {
      assertThat(excludes("!a\na", "a")).isTrue();
    }

    @Test
    void theDecidingLineIsNamed() {
      DockerIgnore ignore = DockerIgnore.parse("# comment\n\nlogs\n*.log\n!keep.log\n");

      assertThat(ignore.decide("logs/x/y").excludedByLine()).contains(3);
      assertThat(ignore.decide("a.log").excludedByLine()).contains(4);
      assertThat(ignore.decide("keep.log").excludedByLine()).isEmpty();
      assertThat(ignore.decide("keep.log").decidedBy().line()).isEqualTo(5);
      assertThat(ignore.decide("other").decidedBy()).isNull();
    }
  }

  @Nested
  class Lines {

    @Test
    void mayEndAsOnWindowsAndStartWithAByteOrderMark() {
      DockerIgnore ignore = DockerIgnore.parse("\uFEFFa\r\n  b \t\r\n\r\n# c\r\n ! d \r\nlast");

      assertThat(ignore.patterns())
          .containsExactly(
              new IgnorePattern(1, "a", "a", false),
              new IgnorePattern(2, "b", "b", false),
              new IgnorePattern(5, "! d", "d", true),
              new IgnorePattern(6, "last", "last", false));
    }

    @Test
    void areCommentsOnlyWhenTheSignComesFirst() {
      assertThat(DockerIgnore.parse(" # x").patterns())
          .containsExactly(new IgnorePattern(1, "# x", "# x", false));
    }

    @Test
    void areCleanedBeforeTheExclamationMarkIsLookedFor() {
      assertThat(DockerIgnore.parse("./!a").patterns())
          .containsExactly(new IgnorePattern(1, "./!a", "a", true));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "!", "! ", "!/", "[", "a[", "[]", "[]a]", "[a-]", "[-a]", "a\\", "[z-a]", "\\8*"
        })
    void thatTheBuilderRefusesAreProblems(String line) {
      DockerIgnore ignore = DockerIgnore.parse("a\n" + line);

      assertThat(ignore.problems()).extracting(IgnoreProblem::line).containsExactly(2);
      assertThat(ignore.patterns()).hasSize(1);
    }

    @Test
    void areReadUpToACap() {
      DockerIgnore ignore = DockerIgnore.parse("a\n".repeat(5_000));

      assertThat(ignore.patterns()).hasSize(DockerIgnore.MAX_PATTERNS);
      assertThat(ignore.problems()).isEmpty();
      assertThat(ignore.unread()).extracting(IgnoreProblem::line).containsExactly(2_001);
    }

    /** The builder took the first and refused the second. */
    @Test
    void areReadUpToALength() {
      DockerIgnore ignore =
          DockerIgnore.parse("[a]".repeat(20_000) + "\n" + "[".repeat(60_000) + "\nb\n");

      assertThat(ignore.unread()).extracting(IgnoreProblem::line).containsExactly(1);
      assertThat(ignore.problems()).extracting(IgnoreProblem::line).containsExactly(2);
      assertThat(ignore.patterns()).hasSize(1);
    }
  }

  @Nested
  @Timeout(value = 5, threadMode = ThreadMode.SEPARATE_THREAD)
  class HostileFiles {

    @Test
    void withManyStarsAreFast() {
      String pattern = "**/a".repeat(200) + "/*a".repeat(200) + "b";

      assertThat(excludes(pattern, "a/".repeat(300) + "a")).isFalse();
      assertThat(excludes("*a".repeat(1_000) + "b", "a".repeat(2_000))).isFalse();
    }

    @Test
    void withALongLineAreRefusedOrUnread() {
      assertThat(DockerIgnore.parse("x".repeat(5_000_000)).problems()).hasSize(1);
      assertThat(DockerIgnore.parse("*".repeat(60_000)).problems()).isEmpty();
      assertThat(DockerIgnore.parse("*".repeat(60_000)).unread()).hasSize(1);
      assertThat(DockerIgnore.parse("[".repeat(60_000)).problems()).hasSize(1);
      assertThat(DockerIgnore.parse("/".repeat(60_000)).problems()).isEmpty();
      assertThat(DockerIgnore.parse("a/../".repeat(12_000)).patterns()).hasSize(1);
    }

    @Test
    void aboutADeepPathAreFast() {
      assertThat(excludes("a\n!a/b\n**/c", "a/".repeat(20_000) + "x")).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "., a/b, true",
    "./, a, true",
    "/, a, true",
    "src, src/a/b, true",
    "./src/, src/a, true",
    "/src, src/a, true",
    "src, src2/a, false",
    "package*.json, package-lock.json, true",
    "package*.json, web/package.json, false",
    "../x, x, true",
    "[, x, false",
  })
  void aCopyTakesWhatItsSourceNames(String source, String path, boolean takes) {
    assertThat(SourcePattern.of(source).takes(path)).isEqualTo(takes);
  }
}
