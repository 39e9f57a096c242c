package dev.drydock.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.EngineSession;
import dev.drydock.engine.RequiresEngine;
import dev.drydock.engine.ledger.DrydockHome;
import dev.drydock.engine.ledger.GraderRun;
import dev.drydock.engine.run.RegistryReach.Trouble;
import dev.drydock.engine.run.RegistryReach.Trust;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds on the real engine of this machine, with a network and without. */
@RequiresEngine
class RegistryReachEngineTest {

  @TempDir private Path home;

  @Test
  void saysWhatABuildWithoutANetworkMisses() {
    try (GraderRun run = GraderRun.begin(new DrydockHome(home));
        EngineSession session = EngineSession.open(run, "auto")) {
      String image = RegistryReach.image(session).orElseThrow();
      assertThat(RegistryReach.trouble(session, image, Trust.PUBLIC, false))
          .get()
          .returns(false, Trouble::certificate)
          .extracting(Trouble::words)
          .asString()
          .contains("EAI_AGAIN");
      assertThat(RegistryReach.trouble(session, image, Trust.OF_THE_IMAGE)).isEmpty();
    }
  }
}
