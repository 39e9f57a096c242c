package dev.drydock.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {

  @Test
  void aSwappedPairOfLettersIsOneMistake() {
    assertThat(DidYouMean.closest("prot", List.of("port", "path"))).hasValue("port");
  }

  @Test
  void caseDoesNotMatter() {
    assertThat(DidYouMean.suffix("salt", List.of("SALT"))).isEqualTo("; did you mean 'SALT'?");
  }

  @Test
  void aWordNearToNothingHasNoSuggestion() {
    assertThat(DidYouMean.suffix("banana", List.of("port"))).isEmpty();
    assertThat(DidYouMean.suffix("", List.of("port"))).isEmpty();
    assertThat(DidYouMean.suffix("p".repeat(1_000_000), List.of("port"))).isEmpty();
  }
}
