package dev.drydock.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedTest {

  @ParameterizedTest
  @CsvSource({"0, file, 0 files", "1, file, 1 file", "2, process, 2 processes"})
  void oneIsOne(long number, String noun, String shown) {
    assertThat(Counted.of(number, noun)).isEqualTo(shown);
  }

  @Test
  void wordsThatBendOtherwiseAreGiven() {
    assertThat(Counted.of(1, "check is fine", "checks are fine")).isEqualTo("1 check is fine");
    assertThat(Counted.of(7, "check is fine", "checks are fine")).isEqualTo("7 checks are fine");
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1 of 1 point", "0.5, 4, 0.5 of 4 points", "1, 2, 1 of 2 points"})
  void pointsAreCountedByTheirMaximum(double points, double max, String shown) {
    assertThat(Points.of(points, max)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"1, 1 point", "0.5, 0.5 points", "0, 0 points", "10, 10 points"})
  void pointsAreCounted(double points, String shown) {
    assertThat(Points.counted(points)).isEqualTo(shown);
  }
}
