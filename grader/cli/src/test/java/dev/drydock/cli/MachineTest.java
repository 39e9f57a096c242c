package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.cli.instructor.Machine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineTest {

  @ParameterizedTest
  @CsvSource({"1,1,1", "2,24,2", "8,4,2", "8,64,8", "64,512,16", "4,0,1"})
  void jobsAreAsManyAsCoresAndMemoryAllow(int cores, long gigabytes, int jobs) {
    assertThat(Machine.jobs(cores, gigabytes << 30)).isEqualTo(jobs);
  }
}
