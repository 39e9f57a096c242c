package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void course() {
    System.setProperty("drydock.home", Binary.COURSE.toString());
  }

  @Test
  void anUnknownExerciseIsOneLineWithASuggestion() {
    assertThat(run("grade", "3.99")).isEqualTo(2);
    assertThat(err.toString())
        .contains("there is no exercise '3.99'")
        .contains("Run 'drydock grade --help'")
        .doesNotContain("\tat ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertThat(run("grade", "3.9", folder.resolve("nobody").toString(), "--json", "-"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("no such folder").contains("nobody");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThat(run("grade", "3.9", "--jsn", "-")).isEqualTo(2);
    assertThat(err.toString()).contains("--jsn");
  }

  @Test
  void anUnknownCommandIsNamed() {
    assertThat(run("graed")).isEqualTo(2);
    assertThat(err.toString()).contains("graed");
  }

  @Test
  void helpShowsTheCommands() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("grade", "batch", "site", "doctor", "list", "clean");
  }

  @Test
  void listNamesEveryExerciseWithItsPoints() {
    assertThat(run("list")).isZero();
    assertThat(out.toString()).contains("3.9").contains("20 points").contains("I01");
  }

  private int run(String... arguments) {
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), Map.of("NO_COLOR", "1"), arguments);
  }
}
