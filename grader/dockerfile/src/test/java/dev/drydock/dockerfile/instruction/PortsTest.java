package dev.drydock.dockerfile.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

  @ParameterizedTest
  @CsvSource({"80,80/tcp", "53/UDP,53/udp", "8000-8010,8000-8010/tcp", "1:80,80/tcp", "80/,80/tcp"})
  void readWhatTheBuilderReads(String text, String ports) {
    assertThat(Ports.parse(text)).map(Ports::toString).contains(ports);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "70000", "-1", "80/http", "9-8", "80-", "#", "99999999999"})
  void areNoneOtherwise(String text) {
    assertThat(Ports.parse(text)).isEmpty();
  }

  @Test
  void containTheirRange() {
    Ports ports = Ports.parse("8000-8010").orElseThrow();

    assertThat(ports.contains(8005)).isTrue();
    assertThat(ports.contains(8011)).isFalse();
  }
}
