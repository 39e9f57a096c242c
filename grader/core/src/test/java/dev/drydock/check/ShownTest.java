package dev.drydock.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.image.ByteSize;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {

  @Test
  void terminalEscapesAndLineEndsDisappear() {
    assertThat(Shown.text("a\u001b[31mred\u001b[0m\r\nb\tc\u202e")).isEqualTo("a [31mred [0m b c");
  }

  @Test
  void longTextsAreCutOff() {
    assertThat(Shown.text("x".repeat(1_000))).hasSize(300).endsWith("…");
    assertThat(Shown.brief("abcdef", 4)).isEqualTo("abc…");
  }

  @Test
  void longListsAreCounted() {
    assertThat(Shown.list(List.of("a", "b", "c", "d"), 2)).isEqualTo("a, b and 2 more");
    assertThat(Shown.list(List.of("a", "b"), 2)).isEqualTo("a, b");
  }

  @ParameterizedTest
  @CsvSource({"0,0 ms", "40,40 ms", "999,999 ms", "1000,1 s", "1240,1.2 s", "10030,10 s"})
  void timesAreShort(long millis, String shown) {
    assertThat(Shown.seconds(millis)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"0.084,8.4 %", "0.55,55 %", "0.02,2 %", "1.2,120 %", "0,0 %", "0.0004,0.0 %"})
  void ratiosArePercentages(double ratio, String shown) {
    assertThat(Shown.percent(ratio)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"8000000,8 MB", "1890000,1.89 MB", "25000000,25 MB", "0,0 B", "1500000000,1.50 GB"})
  void limitsAreShownAsTheirAuthorWritesThem(long bytes, String shown) {
    assertThat(Shown.limit(ByteSize.of(bytes))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"1,layer,1 layer", "2,layer,2 layers", "2,process,2 processes"})
  void nounsAgreeWithTheirNumber(long number, String noun, String shown) {
    assertThat(Shown.count(number, noun)).isEqualTo(shown);
  }
}
