package dev.drydock.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CourseOrderTest {

  private static List<String> sorted(String... ids) {
    return List.of(ids).stream().sorted(CourseOrder.OF_IDS).toList();
  }

  @Test
  void numbersCountAsNumbersHoweverLong() {
    assertThat(sorted("3.10", "10.1", "3.9", "3", "3.99999999999999999999", "3.9.1"))
        .containsExactly("3", "3.9", "3.9.1", "3.10", "3.99999999999999999999", "10.1");
  }

  @Test
  void leadingZerosDoNotCountUnlessNothingElseDiffers() {
    assertThat(sorted("3.9", "3.08", "3.010", "3.09"))
        .containsExactly("3.08", "3.09", "3.9", "3.010");
    assertThat(CourseOrder.OF_IDS.compare("3.9", "3.09")).isNotZero();
    assertThat(CourseOrder.OF_IDS.compare("3.9", "3.9")).isZero();
  }

  @Test
  void wordsComeByTheirLetters() {
    assertThat(sorted("extra", "3.b", "3.10", "3.", "3.a"))
        .containsExactly("3.", "3.10", "3.a", "3.b", "extra");
  }
}
