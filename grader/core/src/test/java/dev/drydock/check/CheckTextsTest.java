package dev.drydock.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckTextsTest {

  @Test
  void placeholdersAreFilledOnce() {
    assertThat(CheckTexts.fill("{a} and {b}", Map.of("a", "{b}", "b", "$1")))
        .isEqualTo("{b} and $1");
  }

  @Test
  void shellVariablesAndJsonAreNoPlaceholders() {
    assertThat(CheckTexts.fill("${PORT} {\"x\":1} {}", Map.of())).isEqualTo("${PORT} {\"x\":1} {}");
  }

  @Test
  void aMissingValueNamesThePlaceholderAndTheSentence() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CheckTexts.fill("line {line}", Map.of()))
        .withMessageContaining("line {line}");
  }

  @Test
  void aMissingSentenceIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CheckTexts.bundled().finding("I01", "nonsense"))
        .withMessageContaining("I01")
        .withMessageContaining("nonsense");
  }

  @Test
  void valuesOfStudentsArriveOnOneLineAndWithoutEscapes() {
    assertThat(CheckTexts.fill("it says {log}", Map.of("log", "a\u001b[2J\nb")))
        .isEqualTo("it says a [2J b");
  }
}
