package dev.drydock.site.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripPlotTest {

  @ParameterizedTest
  @CsvSource({
    "'4,1,9', 'lightest 1.00 MB, median 4.00 MB, heaviest 9.00 MB'",
    "'4,1,9,6', 'lightest 1.00 MB, median 5.00 MB, heaviest 9.00 MB'"
  })
  void theMedianHasHalfOfAllOnEitherSide(String megabytes, String summary) {
    List<Long> sizes =
        List.of(megabytes.split(",")).stream()
            .map(size -> Long.parseLong(size) * 1_000_000)
            .toList();
    assertThat(StripPlot.of(sizes, null, null, null).summary()).isEqualTo(summary);
  }
}
