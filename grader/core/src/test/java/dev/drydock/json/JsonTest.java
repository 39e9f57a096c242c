package dev.drydock.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.text.ConsoleWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001B[2J\u009B\u007F",
        "\u202Egnp.exe",
        "\uD800",
        "\uDC00 \uD83D\uDC33",
        "##[error]x ##vso[x] \\##[x",
        "a\r\n::error::\n\u2028\uFEFF\uFDD0",
        "<script>]]>&\"'`|"
      })
  void aConsoleShowsItAsItIsAndItIsReadAsItWas(String hostile) {
    String json = Json.write(Map.of("a", hostile));
    assertThat(ConsoleWriter.text(json)).isEqualTo(json);
    assertThat(Json.mapper().readValue(json, Map.class)).isEqualTo(Map.of("a", hostile));
  }

  @Test
  void ordinaryTextIsNotEscaped() {
    assertThat(Json.write(Map.of("a", "Müller → 中文 # [x]"))).contains("Müller → 中文 # [x]");
  }
}
