package dev.drydock.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest(name = "{0} against {1}: {2}")
  @CsvSource({
    "Dockerfile, Dockerfile, true",
    "Dockerfile, a/Dockerfile, false",
    "src/*.ts, src/index.ts, true",
    "src/*.ts, src/a/index.ts, false",
    "src/**, src/a/index.ts, true",
    "**, a/b/c, true",
    "**/passwd, passwd, true",
    "**/passwd, etc/passwd, true",
    "**/passwd, etc/mypasswd, false",
    ".git/, .git/HEAD, true",
    ".git/, .github/x, false",
    "a.b, axb, false",
  })
  void namesAreMatched(String glob, String name, boolean expected) {
    assertThat(Glob.of(glob).matches(name)).isEqualTo(expected);
  }
}
