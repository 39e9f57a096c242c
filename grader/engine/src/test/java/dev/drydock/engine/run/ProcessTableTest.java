package dev.drydock.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.evidence.RunEvidence.ContainerProcess;
import org.junit.jupiter.api.Test;

class ProcessTableTest {

  @Test
  void whoStartedOthersStandsBeforeThemWhateverTheNumbers() {
    String[][] rows = {
      {"301", "32767", "0", "0", "httpd -f"},
      {"302", "301", "0", "0", "worker"},
      {"32767", "32760", "0", "0", "sh -c httpd -f & wait"},
      {"303", "32767", "0", "0", "cron"},
    };
    assertThat(ProcessTable.parse(rows))
        .extracting(ContainerProcess::arguments)
        .containsExactly("sh -c httpd -f & wait", "cron", "httpd -f", "worker");
  }

  @Test
  void aTableThatContradictsItselfIsShownAsItIs() {
    String[][] rows = {{"1", "2", "0", "0", "a"}, {"2", "1", "0", "0", "b"}, {"3", "3"}};
    assertThat(ProcessTable.parse(rows))
        .extracting(ContainerProcess::arguments)
        .containsExactly("a", "b");
  }
}
