package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.ledger.DrydockHome;
import dev.drydock.engine.ledger.GraderRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds on the real engine of this machine, with a network and without. */
@RequiresEngine
class BuildNetworkProbeEngineTest {

  @TempDir private Path home;

  @Test
  void saysWhatABuildWithoutANetworkMisses() {
    try (GraderRun run = GraderRun.begin(new DrydockHome(home));
        EngineSession session = EngineSession.open(run, "auto")) {
      BuildNetworkProbe probe = new BuildNetworkProbe(session);
      String image = probe.image().orElseThrow();
      assertThat(probe.trouble(image, false)).get().asString().contains("EAI_AGAIN");
      assertThat(probe.trouble(image, true)).isEmpty();
    }
  }
}
