package dev.drydock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizeTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.00 kB",
    "7940000, 7.94 MB",
    "9995000, 10.0 MB",
    "38249000, 38.2 MB",
    "999499999, 999 MB",
    "999500000, 1.00 GB",
    "1310000000, 1.31 GB"
  })
  void isShownInDecimalUnits(long bytes, String shown) {
    assertThat(ByteSize.of(bytes)).hasToString(shown);
  }

  @ParameterizedTest
  @CsvSource({"8 MB, 8000000", "1.89MB, 1890000", "300 kB, 300000", "12 B, 12", "1 gb, 1000000000"})
  void isReadAsAuthorsWriteIt(String text, long bytes) {
    assertThat(ByteSize.parse(text)).isEqualTo(ByteSize.of(bytes));
  }

  @Test
  void whatIsNoSizeIsNamed() {
    assertThatThrownBy(() -> ByteSize.parse("8 MiB"))
        .hasMessageContaining("'8 MiB'")
        .hasMessageContaining("such as 8 MB");
  }

  @Test
  void isNeverNegative() {
    assertThatThrownBy(() -> ByteSize.of(-1)).hasMessageContaining("-1");
  }
}
