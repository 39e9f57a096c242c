package dev.drydock.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.evidence.RunEvidence.ListeningSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class SocketTableTest {

  private static final String HEAD =
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid";

  @Test
  void readsListeningSocketsOfBothFamilies() {
    List<String> table =
        List.of(
            HEAD,
            "   0: 0100007F:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0",
            "   1: 00000000:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0",
            "   2: 0100007F:1F90 0100007F:9C40 01 00000000:00000000 00:00000000 00000000     0",
            "   3: 00000000000000000000000000000000:1F90 00000000000000000000000000000000:0000 0A 0",
            "   4: 00000000000000000000000001000000:0050 00000000000000000000000000000000:0000 0A 0");
    assertThat(SocketTable.parse(table))
        .containsExactly(
            new ListeningSocket("127.0.0.1", 3000),
            new ListeningSocket("0.0.0.0", 8080),
            new ListeningSocket("::", 8080),
            new ListeningSocket("0:0:0:0:0:0:0:1", 80));
  }

  @Test
  void anEmptyTableHasNone() {
    assertThat(SocketTable.parse(List.of(HEAD))).isEmpty();
  }
}
