package dev.drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What students write, each with the model that is read in it. Run with {@code
 * -Ddrydock.golden=write} to write the expected files anew, and look at the difference.
 */
class DockerfileGoldenTest {

  private static final Path FOLDER = Path.of("src/test/resources/dockerfiles");
  private static final boolean WRITE = "write".equals(System.getProperty("drydock.golden"));

  static Stream<String> names() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void isReadAsExpected(String name) throws IOException {
    String text = Files.readString(FOLDER.resolve(name).resolve("Dockerfile"));
    Path expected = FOLDER.resolve(name).resolve("expected.txt");
    String dump = ModelDump.of(Dockerfile.parse(text));
    if (WRITE) {
      Files.writeString(expected, dump);
    }

    assertThat(dump).as(text).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @MethodSource("names")
  void isReadTheSameHoweverItIsSaved(String name) throws IOException {
    String text = Files.readString(FOLDER.resolve(name).resolve("Dockerfile"));
    Dockerfile plain = Dockerfile.parse(text);
    List<String> variants =
        List.of(text.replace("\n", "\r\n"), text.stripTrailing(), "\uFEFF" + text);

    assertThat(variants)
        .allSatisfy(
            variant ->
                assertThat(Dockerfile.parse(variant).instructions())
                    .isEqualTo(plain.instructions()));
  }

  @Test
  void thereAreEnough() throws IOException {
    assertThat(names()).hasSizeGreaterThan(20);
  }
}
