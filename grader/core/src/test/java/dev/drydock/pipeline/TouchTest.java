package dev.drydock.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.exercise.ExerciseFolder;
import dev.drydock.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TouchTest {

  @TempDir private Path folder;

  @Test
  void aSourceGetsAComment() throws IOException {
    assertThat(touched("app.js", "let x;\n", "a")).isEqualTo("let x;\n\n// touched: a\n");
    assertThat(touched("app.py", "x = 1\n", "a")).isEqualTo("x = 1\n\n# touched: a\n");
  }

  @Test
  void aManifestStaysInStepWithItsLock() throws IOException {
    JsonNode manifest =
        Json.mapper()
            .readTree(
                touched("package.json", "{\"name\":\"x\",\"dependencies\":{\"y\":\"1\"}}", "a"));
    assertThat(manifest.path("name").asString()).isEqualTo("x");
    assertThat(manifest.path("dependencies").path("y").asString()).isEqualTo("1");
    assertThat(manifest.path("description").asString()).contains("a");
  }

  @Test
  void aFileOfUnknownSyntaxGetsNothingButBlanks() throws IOException {
    assertThat(touched("go.sum", "x\n", "mark").strip()).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"app.js", "app.py", "go.sum", "package.json", "list.json"})
  void noTwoMarksMakeTheSameFile(String name) throws IOException {
    String content = name.equals("list.json") ? "[]" : "{}";
    assertThat(touched(name, content, "run-1-touch-7"))
        .isNotEqualTo(touched(name, content, "run-1-touch-8"))
        .isNotEqualTo(content);
  }

  private String touched(String name, String content, String mark) throws IOException {
    Path file = ExerciseFolder.file(folder, name, content);
    Touch.file(file, mark);
    return Files.readString(file);
  }
}
