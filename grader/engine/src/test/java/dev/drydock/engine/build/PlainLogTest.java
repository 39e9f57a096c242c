package dev.drydock.engine.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.evidence.BuildEvidence.BuildStep;
import dev.drydock.engine.host.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainLogTest {

  private final PlainLog log = new PlainLog(Progress.NONE);

  @Test
  void readsTheProgressOfTheOldCli() {
    List.of(
            "#1 [internal] load build definition from Dockerfile",
            "#5 [build 2/3] RUN go build",
            "#5 0.312 some output",
            "#5 DONE 1.2s",
            "#6 [stage-1 1/1] COPY --from=build /x /x",
            "#6 CACHED")
        .forEach(log::line);
    assertThat(log.steps())
        .containsExactly(
            new BuildStep("RUN go build", "build", false, 1_200),
            new BuildStep("COPY --from=build /x /x", "stage-1", true, 0));
  }

  @Test
  void tellsAFailedProgramFromAFailedBuilder() {
    log.line("#7 [3/3] RUN false");
    log.line("#7 ERROR: executor failed running [/bin/sh -c false]: exit code: 1");
    log.line("failed to solve with frontend dockerfile.v0: executor failed running");
    assertThat(log.failedAt()).isEqualTo(BuildFailure.Point.PROGRAM);
    assertThat(log.error()).startsWith("failed to solve");
  }
}
