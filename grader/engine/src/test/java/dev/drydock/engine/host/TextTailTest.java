package dev.drydock.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTailTest {

  @Test
  void keepsTheLastLinesOnly() {
    TextTail tail = new TextTail(2);
    tail.append("one\ntwo\nthr");
    tail.append("ee\n");
    assertThat(tail.lines()).containsExactly("two", "three");
  }

  @Test
  void takesTerminalEscapesAndControlCharactersOut() {
    assertThat(TextTail.clean("\u001B[31mred\u001B[0m \u001B]0;title\u0007bell\u0007 \u202Ertl\r"))
        .isEqualTo("red bell rtl");
  }

  @Test
  void aLineWithoutEndDoesNotGrowForEver() {
    TextTail tail = new TextTail(2);
    for (int i = 0; i < 1_000; i++) {
      tail.append("x".repeat(10_000));
    }
    assertThat(tail.seen()).isEqualTo(10_000_000);
    assertThat(tail.lines()).singleElement().satisfies(line -> assertThat(line).hasSize(2_000));
  }
}
